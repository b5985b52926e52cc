import {
  benjaminiHochberg,
  binnedWasserstein,
  chiSquaredHomogeneity,
  chiSquaredQuantile,
  chiSquaredTail,
  expectedPerformance,
  hellingerDistance,
  isotonicFit,
  jensenShannonBits,
  ksDistance,
  largestShareDifference,
  populationStabilityIndex,
  proportionDifference,
} from '@tidemark/statistics'
import { andersonDarling } from './anderson-darling.ts'
import {
  contingency,
  deequChiSquared,
  fisherExact,
  goodnessOfFit,
  heldOutDivergence,
  kullbackLeibler,
} from './counts.ts'
import { cramerVonMises } from './cramer-von-mises.ts'
import { cramersV } from './cramers-v.ts'
import { eppsSingleton } from './epps-singleton.ts'
import { histogramDivergence, readHistogram, unsmoothedPsi } from './histograms.ts'
import { align, checkedLength, type Input, levelsOf, number, numbers, pair, ranked, rowsOf, samples } from './input.ts'
import { kolmogorovLimitTail, kolmogorovTail } from './kolmogorov.ts'
import { changeIndices } from './page-hinkley.ts'
import { cdfIntegral, energyDistance, scaledTransport } from './transport.ts'
import { ksAsymptotic, ksExact, ksStatistics, mannWhitney, tTest } from './two-samples.ts'

type Alternative = 'two-sided' | 'less' | 'greater'
const alternativeOf = ({ alternative }: Input, otherwise: Alternative = 'two-sided'): Alternative =>
  (alternative as Alternative | undefined) ?? otherwise

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

/** Two or more samples. */
const groups = (input: Input): number[][] =>
  Array.isArray(input.samples) ? input.samples.map((sample) => ranked(numbers(sample))) : samples(input)

/** Every statistic that a file may ask for, by its name there. */
export const statistics: Readonly<Record<string, (input: Input) => unknown>> = {
  // Distances between counts by level or bin
  linf: (input) => largestShareDifference(...pair(input)),
  linf_robust: (input) => {
    const [reference, current] = pair(input)
    const [n, m] = [sum(reference), sum(current)]
    const c = input.alpha === undefined ? 1.8 : Math.sqrt(-Math.log(number(input.alpha) / 2) / 2)
    return Math.max(0, largestShareDifference(reference, current) - c * Math.sqrt((n + m) / (n * m)))
  },
  normalized_abs_difference: (input) => {
    const [reference, current] = pair(input)
    return Math.max(...reference.map((count, i) => Math.abs(count - current[i]!))) / (sum(reference) + sum(current))
  },
  hellinger: (input) => hellingerDistance(...pair(input)),
  jsd_bits_counts: (input) => jensenShannonBits(...pair(input)),
  jsd_bits_histogram: ({ ref, cur }) => histogramDivergence(readHistogram(ref), readHistogram(cur)),
  js_distance: (input) => {
    const nats = jensenShannonBits(...pair(input)) * Math.LN2
    return Math.sqrt(nats / (input.base === undefined || input.base === 'e' ? 1 : Math.log(number(input.base))))
  },
  kl_nats: ({ obs, exp, p, q }) => kullbackLeibler(...align(obs ?? p, exp ?? q)),
  gx_kl_holdout: ({ obs, exp, tail_weight_holdout }) =>
    heldOutDivergence(levelsOf(obs), levelsOf(exp), number(tail_weight_holdout, 0)),
  psi_counts: (input) => populationStabilityIndex(...pair(input), number(input.pseudo, 0)),
  psi_jeffreys: (input) => populationStabilityIndex(...pair(input), number(input.pseudo, 0.5)),
  psi_critical: ({ bins, n, m, alpha }) =>
    (1 / number(n) + 1 / number(m)) * chiSquaredQuantile(1 - number(alpha, 0.05), number(bins) - 1),
  psi_equalwidth10_floatmin: (input) => unsmoothedPsi(...samples(input)),
  cramers_v_bias_corrected: (input) =>
    cramersV(...pair(input), {
      least: number(input.min_category_size_ratio, 0),
      isBalanced: input.balance_classes === true,
    }),

  // Tests of counts
  chi2_sf: ({ x, df }) => chiSquaredTail(number(x), number(df)),
  chi2_gof_p: (input) => goodnessOfFit(...pair(input)).p,
  g_test_p: (input) => goodnessOfFit(...pair(input), true).p,
  chi2_homogeneity: (input) => {
    const { statistic, df, p } = chiSquaredHomogeneity(...pair(input))
    return { stat: statistic, df, p }
  },
  chi2_contingency_yates_p: (input) => contingency(rowsOf(input), true).p,
  fisher_exact_p: (input) => fisherExact(pair(input), alternativeOf(input)),
  deequ_chi2_stat: ({ ref_counts, cur_counts }) => deequChiSquared(levelsOf(cur_counts), levelsOf(ref_counts)).stat,
  deequ_chi2_p: ({ ref_counts, cur_counts }) => deequChiSquared(levelsOf(cur_counts), levelsOf(ref_counts)).p,
  // Both sides get one more row a level, the reference after it is scaled to the sample.
  soda_chi2: (input) => {
    const [weights, counts] = pair(input)
    const scale = sum(counts) / sum(weights)
    return goodnessOfFit(
      weights.map((weight) => weight * scale + 1),
      counts.map((count) => count + 1),
    )
  },
  null_rate_z: ({ ref, cur }) => {
    const [[a = 0, n = 0], [b = 0, m = 0]] = [numbers(ref), numbers(cur)]
    const { p } = proportionDifference({ events: a, rows: n }, { events: b, rows: m })
    return {
      p,
      fisher: fisherExact([
        [a, n - a],
        [b, m - b],
      ]),
    }
  },

  // Tests of two samples' values
  ks_d: (input) => {
    const { above, below } = ksStatistics(...samples(input))
    return Math.max(above, below)
  },
  ks_2samp_exact: (input) => ksExact(...samples(input), alternativeOf(input)),
  ks_2samp_asymp: (input) => {
    if (input.d !== undefined) return ksAsymptotic(number(input.d), number(input.n), number(input.m))
    const [x, y] = samples(input)
    const { above, below } = ksStatistics(x, y)
    return ksAsymptotic(Math.max(above, below), x.length, y.length)
  },
  ks_asymp_p: ({ d, n, m }) => {
    const effective = (number(n) * number(m)) / (number(n) + number(m))
    const root = Math.sqrt(effective)
    return {
      kstwo: kolmogorovTail(Math.round(effective), number(d)),
      kolmogorov_limit: kolmogorovLimitTail(root * number(d)),
      stephens: kolmogorovLimitTail((root + 0.12 + 0.11 / root) * number(d)),
    }
  },
  t_test_ind_p: (input) => tTest(...samples(input), input.equal_var !== false).p,
  mann_whitney_p: (input) => mannWhitney(...samples(input), alternativeOf(input, 'less')).p,
  cvm_2samp: (input) => cramerVonMises(...samples(input)),
  epps_singleton: (input) => eppsSingleton(...samples(input), input.t === undefined ? undefined : numbers(input.t)),
  epps_singleton_p: (input) => eppsSingleton(...samples(input), input.t === undefined ? undefined : numbers(input.t)).p,
  anderson_ksamp: (input) => andersonDarling(groups(input), input.midrank !== false),
  anderson_ksamp_p: (input) => andersonDarling(groups(input), input.midrank !== false).p,
  wasserstein: (input) => cdfIntegral(...samples(input), 1),
  wasserstein_weighted: (input) => cdfIntegral(...samples(input), 1, weights(input.wx), weights(input.wy)),
  energy_distance: (input) => energyDistance(...samples(input), weights(input.wx), weights(input.wy)),
  emd_minmax_scaled: (input) => {
    const { x_range, y_range } = input
    const values = x_range === undefined ? samples(input) : [range(x_range), range(y_range)]
    return scaledTransport(values[0]!, values[1]!, number(input.margin_quantile_filter, 0))
  },

  // From bins alone
  ks_bounds_from_bins: (input) => {
    const [reference, current] = pair(input)
    const { lower, upper } = ksDistance({ counts: reference }, { counts: current })
    return { lower, upper }
  },
  w1_from_bins: (input) => binnedWasserstein(numbers(input.edges), ...pair(input)),
  kll_rank_error: ({ k }) => ({ single: 2.296 / number(k) ** 0.9723, pmf: 2.446 / number(k) ** 0.9433 }),

  // Many tests at once
  bh_adjust: ({ p }) => benjaminiHochberg(numbers(p)),
  // Benjamini & Yekutieli (2001): valid under any dependence, at the price of a factor Σ 1/i.
  by_adjust: ({ p }) => {
    const all = numbers(p)
    const factor = all.reduce((total, _, i) => total + 1 / (i + 1), 0)
    return benjaminiHochberg(all.map((value) => value * factor)).map((value) => Math.min(1, value))
  },

  // Performance over time
  cbpe_binary: ({ calibrated_proba, y_pred, score }) =>
    expectedPerformance(numbers(calibrated_proba), numbers(y_pred), score === undefined ? undefined : numbers(score)),
  isotonic_pava: ({ score, y, weights: given }) => ({
    fitted: [...isotonicFit(numbers(score), numbers(y), given === undefined ? undefined : numbers(given))],
  }),
  page_hinkley_indices: (input) => changeIndices(input, 'river'),
  frouros_page_hinkley_indices: (input) => changeIndices(input, 'frouros'),
}

const weights = (value: unknown): number[] | undefined =>
  value === undefined || value === null ? undefined : numbers(value)

/** Whole numbers from the first until before the second. */
function range(bounds: unknown): number[] {
  const [start = 0, stop = 0] = numbers(bounds)
  return Array.from({ length: checkedLength(stop - start) }, (_, i) => start + i)
}
