// packages/statistics/src/distributions/gamma.ts
/** ln Γ(x) for x > 0: Stirling's series (DLMF 5.11.1) after shifting x above 12; relative error about 1e-15. */
function logGamma(x) {
	let product = 1;
	let z = x;
	for (; z < 12; z++) product *= z;
	return (z - .5) * Math.log(z) - z + .5 * Math.log(2 * Math.PI) + stirlingRemainder(z) - Math.log(product);
}
/** ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π) for x ≥ 12: Σ B₂ₖ / (2k(2k − 1)x^(2k−1)), DLMF 5.11.1. */
function stirlingRemainder(x) {
	const square = 1 / (x * x);
	let sum = 0;
	for (let k = TERMS.length - 1; k >= 0; k--) sum = sum * square + TERMS[k];
	return sum / x;
}
const TERMS = [
	1 / 12,
	-1 / 360,
	1 / 1260,
	-1 / 1680,
	1 / 1188,
	-691 / 360360,
	1 / 156,
	-3617 / 122400
];
// packages/statistics/src/distributions/beta.ts
/**
* Regularised incomplete beta function I_x(a, b), for a, b > 0.
*
* The even part of the continued fraction DLMF 8.17.22 by the modified Lentz method, on the side of the mean where it
* converges in O(√max(a, b)) steps. `complement` is 1 − x: pass it where it is known more exactly than by
* subtraction, since x^a loses a·ε otherwise.
*/
function regularisedBeta(x, a, b, complement = 1 - x) {
	if (!(a > 0 && b > 0) || !(x >= 0 && complement >= 0)) return NaN;
	if (x === 0) return 0;
	if (complement === 0) return 1;
	if (x > (a + 1) / (a + b + 2)) return 1 - lowerTail(complement, b, a, x);
	return lowerTail(x, a, b, complement);
}
/** ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b), without cancellation when an argument is large (DLMF 5.11.1). */
function logBeta(a, b) {
	const [small, large] = a < b ? [a, b] : [b, a];
	const share = small / (small + large);
	if (large < 12) return logGamma(small) + logGamma(large) - logGamma(small + large);
	const tail = stirlingRemainder(large) - stirlingRemainder(small + large) + (large - .5) * Math.log1p(-share);
	if (small < 12) return logGamma(small) + tail + small - small * Math.log(small + large);
	return stirlingRemainder(small) + tail + small * Math.log(share) - .5 * Math.log(small) + HALF_LOG_TWO_PI;
}
const HALF_LOG_TWO_PI = .5 * Math.log(2 * Math.PI);
function lowerTail(x, a, b, complement) {
	const logX = x < .5 ? Math.log(x) : Math.log1p(-complement);
	const logComplement = complement < .5 ? Math.log(complement) : Math.log1p(-x);
	return Math.exp(a * logX + b * logComplement - logBeta(a, b)) / a * continuedFraction(x, a, b, complement);
}
/**
* 1/(1 + d₁/(1 + d₂/(1 + …))) contracted to 1/((1 + d₁) − d₁d₂/((1 + d₂ + d₃) − …)). Near x = 1 with a large, d₁, d₃, …
* are close to −1: there 1 + d comes from the complement, which keeps the digits that the sum would lose.
*/
function continuedFraction(x, a, b, complement) {
	const odd = (m) => -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
	const onePlusOdd = (m) => x < .5 ? 1 + odd(m) : onePlusOddNearOne(m);
	const onePlusOddNearOne = (m) => ((a + m) * (a + b + m) * complement + a * (2 * m + 1 - b) + m * (3 * m + 2 - b)) / ((a + 2 * m) * (a + 2 * m + 1));
	let fraction = awayFromZero(onePlusOdd(0));
	let c = fraction;
	let d = 0;
	for (let m = 1; m < 1e5; m++) {
		const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		const numerator = -odd(m - 1) * even;
		const denominator = onePlusOdd(m) + even;
		d = 1 / awayFromZero(denominator + numerator * d);
		c = awayFromZero(denominator + numerator / c);
		fraction *= c * d;
		if (Math.abs(c * d - 1) < 1e-16) break;
	}
	return 1 / fraction;
}
const awayFromZero = (value) => Math.abs(value) < 1e-300 ? 1e-300 : value;
// packages/statistics/src/distributions/normal.ts
/** Standard normal distribution function Φ(x); relative error below 1e-13 in the lower tail too. */
function normalCdf(x) {
	if (Number.isNaN(x)) return NaN;
	if (x < -SERIES_UP_TO) return upperTail$1(-x);
	if (x > SERIES_UP_TO) return 1 - upperTail$1(x);
	let term = x;
	let sum = x;
	for (let odd = 3; Math.abs(term) > Math.abs(sum) * 1e-17; odd += 2) sum += term *= x * x / odd;
	return .5 + density$2(x) * sum;
}
/** Standard normal quantile Φ⁻¹(p): algorithm AS 241 (PPND16), Wichura 1988, relative error about 1e-16. */
function normalQuantile(p) {
	if (!(p >= 0 && p <= 1)) return NaN;
	if (p === 0 || p === 1) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
	const centred = p - .5;
	if (Math.abs(centred) <= .425) return centred * ratio(.180625 - centred * centred, CENTRE);
	const r = Math.sqrt(-Math.log(Math.min(p, 1 - p)));
	const magnitude = r <= 5 ? ratio(r - 1.6, MIDDLE) : ratio(r - 5, FAR);
	return centred < 0 ? -magnitude : magnitude;
}
const SERIES_UP_TO = 2.5;
const density$2 = (x) => Math.exp(-.5 * x * x) / Math.sqrt(2 * Math.PI);
/** 1 − Φ(x) = φ(x) / (x + 1/(x + 2/(x + 3/(x + …)))): DLMF 7.9.1 in terms of Φ; 120 levels are exact from x = 2.5 on. */
function upperTail$1(x) {
	if (x > 40) return 0;
	let denominator = x;
	for (let level = 120; level > 0; level--) denominator = x + level / denominator;
	return density$2(x) / denominator;
}
const polynomial = (x, coefficients) => coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
const ratio = (x, [numerator, denominator]) => polynomial(x, numerator) / polynomial(x, denominator);
const CENTRE = [[
	3.3871328727963665,
	133.14166789178438,
	1971.5909503065513,
	13731.69376550946,
	45921.95393154987,
	67265.7709270087,
	33430.57558358813,
	2509.0809287301227
], [
	1,
	42.31333070160091,
	687.1870074920579,
	5394.196021424751,
	21213.794301586597,
	39307.89580009271,
	28729.085735721943,
	5226.495278852854
]];
const MIDDLE = [[
	1.4234371107496835,
	4.630337846156546,
	5.769497221460691,
	3.6478483247632045,
	1.2704582524523684,
	.2417807251774506,
	.022723844989269184,
	.0007745450142783414
], [
	1,
	2.053191626637759,
	1.6763848301838038,
	.6897673349851,
	.14810397642748008,
	.015198666563616457,
	.0005475938084995345,
	1.0507500716444169e-9
]];
const FAR = [[
	6.657904643501103,
	5.463784911164114,
	1.7848265399172913,
	.29656057182850487,
	.026532189526576124,
	.0012426609473880784,
	27115555687434876e-21,
	2.0103343992922881e-7
], [
	1,
	.599832206555888,
	.1369298809227358,
	.014875361290850615,
	.0007868691311456133,
	18463183175100548e-21,
	1.421511758316446e-7,
	20442631033899397e-31
]];
// packages/statistics/src/distributions/student-t.ts
/** Distribution function of Student's t with `df` > 0 degrees of freedom, not necessarily whole. */
function studentTCdf(t, df) {
	if (!(df > 0) || Number.isNaN(t)) return NaN;
	return t > 0 ? 1 - upperTail(t, df) : upperTail(-t, df);
}
/**
* Quantile of Student's t with `df` > 0 degrees of freedom.
*
* Newton's method on the upper tail, which is convex for t > 0, started at the normal quantile, which is never
* beyond t's: each step therefore moves outward and cannot overshoot.
*/
function studentTQuantile(p, df) {
	if (!(df > 0) || !(p >= 0 && p <= 1)) return NaN;
	if (p === 0 || p === 1) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
	if (p === .5) return 0;
	const tail = Math.min(p, 1 - p);
	let t = Math.max(-normalQuantile(tail), 0);
	for (let i = 0; i < 200; i++) {
		const step = (upperTail(t, df) - tail) / density$1(t, df);
		t += step;
		if (Math.abs(step) <= t * 1e-15) break;
	}
	return p < .5 ? -t : t;
}
/** P(T > t) = ½ I_x(df/2, ½) with x = df / (df + t²), for t ≥ 0: Abramowitz & Stegun 26.7.1, DLMF 8.17. */
function upperTail(t, df) {
	if (t === Number.POSITIVE_INFINITY) return 0;
	const square = t * t;
	return .5 * regularisedBeta(df / (df + square), df / 2, .5, square / (df + square));
}
const density$1 = (t, df) => Math.exp(-.5 * (df + 1) * Math.log1p(t * t / df) - logBeta(df / 2, .5)) / Math.sqrt(df);
// packages/statistics/src/clusters/bounds.ts
/**
* A lower and an upper bound, each one-sided at `level`: together a two-sided interval at 2·level − 1.
*
* Standard error √(C/(C − 1) Σ influence²), Student's t on C − 1 degrees of freedom. For an AUC this is Obuchowski's
* (1997) clustered variance when every cluster holds both classes. NaN with fewer than two clusters.
*/
function oneSidedBounds(value, { squares, clusters, level }) {
	if (!(clusters >= 2)) return {
		lower: NaN,
		upper: NaN,
		standardError: NaN
	};
	const standardError = Math.sqrt(clusters / (clusters - 1) * squares);
	const reach = studentTQuantile(level, clusters - 1) * standardError;
	return {
		lower: value - reach,
		upper: value + reach,
		standardError
	};
}
/**
* How many clusters, spread like the `clusters` seen, would bring the bound's reach t·se down to `distance`: the
* smallest whole number ≥ 2. Infinity when `distance` is not positive.
*/
function clustersForReach(distance, { squares, clusters, level }) {
	if (!(distance > 0 && clusters >= 2)) return Number.POSITIVE_INFINITY;
	const reaches = (count) => studentTQuantile(level, count - 1) * Math.sqrt(squares * clusters / (count - 1)) <= distance;
	let enough = 2;
	while (!reaches(enough)) {
		enough *= 2;
		if (enough > 0xe8d4a51000) return Number.POSITIVE_INFINITY;
	}
	let short = Math.max(enough / 2, 1);
	while (enough - short > 1) {
		const middle = Math.floor((short + enough) / 2);
		if (reaches(middle)) enough = middle;
		else short = middle;
	}
	return enough;
}
// packages/statistics/src/clusters/estimate.ts
/** Sums of `values` (1 per row when left out) by cluster. Sums of disjoint sets of rows merge by addition. */
function clusterSums(clusters, values) {
	const sums = new Float64Array(clusters.count);
	for (let row = 0; row < clusters.of.length; row++) sums[clusters.of[row]] += values ? values[row] : 1;
	return sums;
}
/** Σ influence² of an estimate, or of `minuend` − `subtrahend`: with the number of clusters, all that bounds need. */
function sumOfSquares(minuend, subtrahend) {
	let sum = 0;
	for (let c = 0; c < minuend.length; c++) {
		const share = minuend[c] - (subtrahend ? subtrahend[c] : 0);
		sum += share * share;
	}
	return sum;
}
/**
* How much a set of clusters weighs: how many have any weight, and Kish's effective number (Σw)² / Σw², which is
* the same for equal clusters and near 1 when one holds almost everything.
*/
function clusterSupport(weights) {
	let holding = 0;
	let sum = 0;
	let squares = 0;
	for (let c = 0; c < weights.length; c++) {
		const weight = weights[c];
		if (weight > 0) holding++;
		sum += weight;
		squares += weight * weight;
	}
	return {
		holding,
		effective: squares > 0 ? sum * sum / squares : 0
	};
}
// packages/statistics/src/metrics/calibration-error.ts
/** Right ends of the bins, ascending; the last is 1 or the largest probability. */
function binEdges(probabilities, { bins = 15, by = "width" } = {}) {
	if (!(Number.isInteger(bins) && bins >= 1)) throw new RangeError(`bins must be a whole number from 1: ${bins}`);
	if (by === "width") return Float64Array.from({ length: bins }, (_, bin) => (bin + 1) / bins);
	const sorted = Float64Array.from(probabilities).sort();
	const ends = Array.from({ length: bins }, (_, bin) => sorted[Math.ceil((bin + 1) * sorted.length / bins) - 1]);
	return Float64Array.from(new Set(ends));
}
/** Index of the first bin whose right end is not below `probability`; beyond the last end, the last bin. */
function binOf(probability, edges) {
	let low = 0;
	let high = edges.length - 1;
	while (low < high) {
		const middle = low + high >>> 1;
		if (edges[middle] < probability) low = middle + 1;
		else high = middle;
	}
	return low;
}
// packages/statistics/src/metrics/roc-auc.ts
/** An AUC with the placement value of every row, in O(n log n): each class is sorted once and searched by the other. */
function aucComponents(labels, scores) {
	if (labels.length !== scores.length) throw new RangeError(`${labels.length} labels for ${scores.length} scores`);
	const rows = labels.length;
	const positiveRanks = ranksOf(1, labels, scores);
	const negativeRanks = ranksOf(0, labels, scores);
	const positives = positiveRanks.count;
	const negatives = negativeRanks.count;
	const placements = new Float64Array(rows).fill(NaN);
	const undefinedAuc = {
		auc: NaN,
		positives,
		negatives,
		placements
	};
	if (positives === 0 || negatives === 0) return undefinedAuc;
	if (Number.isNaN(positiveRanks.values.at(-1)) || Number.isNaN(negativeRanks.values.at(-1))) return undefinedAuc;
	let doubleWins = 0;
	for (let row = 0; row < rows; row++) {
		const score = scores[row];
		if (labels[row] === 1) {
			const wins = doubleRank(negativeRanks, score);
			doubleWins += wins;
			placements[row] = wins / (2 * negatives);
		} else placements[row] = 1 - doubleRank(positiveRanks, score) / (2 * positives);
	}
	return {
		auc: doubleWins / (2 * positives * negatives),
		positives,
		negatives,
		placements
	};
}
function ranksOf(label, labels, scores) {
	const kept = new Float64Array(labels.length);
	let count = 0;
	for (let row = 0; row < labels.length; row++) if (labels[row] === label) kept[count++] = scores[row];
	const sorted = kept.subarray(0, count).sort();
	const below = new Float64Array(count + 1);
	let distinct = 0;
	for (let i = 0; i < count; i++) {
		if (i > 0 && sorted[i] === sorted[distinct - 1]) continue;
		below[distinct] = i;
		sorted[distinct++] = sorted[i];
	}
	below[distinct] = count;
	return {
		count,
		values: sorted.subarray(0, distinct),
		below
	};
}
/** How many are below `score`, plus how many are not above it. */
function doubleRank({ values, below }, score) {
	let low = 0;
	let high = values.length;
	while (low < high) {
		const middle = low + high >>> 1;
		if (values[middle] < score) low = middle + 1;
		else high = middle;
	}
	return values[low] === score ? below[low] + below[low + 1] : 2 * below[low];
}
// packages/statistics/src/clusters/metric-estimates.ts
/**
* Mean of per-row values, such as losses. Cluster sizes vary, so it is the ratio Σ sums / Σ rows, linearised:
* influence_c = (sum_c − rows_c · mean) / rows (Cochran 1977, 6.3).
*/
function estimateMean(values, clusters) {
	const sums = clusterSums(clusters, values);
	const rows = clusterSums(clusters);
	const mean = sums.reduce(add, 0) / values.length;
	return {
		value: mean,
		influence: sums.map((sum, c) => (sum - rows[c] * mean) / values.length)
	};
}
/**
* AUC by DeLong's placement values: a positive row's influence is (V10 − AUC) / positives, a negative's
* (V01 − AUC) / negatives, summed by cluster (Obuchowski 1997). NaN when a class is absent.
*/
function estimateAuc(labels, scores, clusters) {
	const { auc, positives, negatives, placements } = aucComponents(labels, scores);
	return {
		value: auc,
		influence: clusterSums(clusters, placements.map((placement, row) => (placement - auc) / (labels[row] === 1 ? positives : negatives)))
	};
}
/**
* Expected calibration error over `bins` of equal width, its influence by the delete-one-cluster jackknife, since
* |event rate − mean probability| has a kink at zero: influence_c = (C − 1)/C · (mean of replicates − replicate_c),
* which makes C/(C − 1) Σ influence² the jackknife variance. Residual sums per bin and cluster are additive, so a
* replicate costs one pass over the bins.
*
* The estimate is biased upward by about the noise in the bins, and more so for the better calibrated of two models;
* the bounds do not account for that. A difference near a margin is therefore judged as if the margin were wider by
* part of the champion's noise: harmless where that is small beside the margin.
*/
function estimateCalibrationError(labels, probabilities, clusters, bins = 15) {
	const edges = binEdges(probabilities, { bins });
	const rows = labels.length;
	const { count } = clusters;
	const residuals = new Float64Array(count * bins);
	const totals = new Float64Array(bins);
	for (let row = 0; row < rows; row++) {
		const bin = binOf(probabilities[row], edges);
		const residual = labels[row] - probabilities[row];
		residuals[clusters.of[row] * bins + bin] += residual;
		totals[bin] += residual;
	}
	const value = totals.reduce((sum, total) => sum + Math.abs(total), 0) / rows;
	if (count < 2) return {
		value,
		influence: new Float64Array(count)
	};
	const rowsOf = clusterSums(clusters);
	const replicates = Float64Array.from({ length: count }, (_, c) => {
		let sum = 0;
		for (let bin = 0; bin < bins; bin++) sum += Math.abs(totals[bin] - residuals[c * bins + bin]);
		return sum / (rows - rowsOf[c]);
	});
	const centre = replicates.reduce(add, 0) / count;
	return {
		value,
		influence: replicates.map((replicate) => (count - 1) / count * (centre - replicate))
	};
}
const add = (a, b) => a + b;
// packages/statistics/src/distributions/chi-squared.ts
/** P(X > x) of χ² with `df` > 0 degrees of freedom: the regularised upper incomplete gamma function Q(df/2, x/2). */
function chiSquaredTail(x, df) {
	if (!(df > 0) || Number.isNaN(x)) return NaN;
	if (x <= 0) return 1;
	return x === Number.POSITIVE_INFINITY ? 0 : upperGamma(df / 2, x / 2);
}
/**
* Quantile of χ² with `df` > 0 degrees of freedom: Wilson & Hilferty's (1931) cube as the start, then bisected between bounds that
* Newton's steps narrow.
*/
function chiSquaredQuantile(p, df) {
	if (!(df > 0) || !(p >= 0 && p <= 1)) return NaN;
	if (p === 0 || p === 1) return p === 0 ? 0 : Number.POSITIVE_INFINITY;
	const spread = 2 / (9 * df);
	let x = Math.max(df * (1 - spread + normalQuantile(p) * Math.sqrt(spread)) ** 3, df * 1e-6);
	let [low, high] = [0, Number.POSITIVE_INFINITY];
	for (let i = 0; i < 200; i++) {
		const excess = 1 - p - chiSquaredTail(x, df);
		if (excess > 0) high = x;
		else low = x;
		let next = x - excess / density(x, df);
		if (!(next > low && next < high)) next = high === Number.POSITIVE_INFINITY ? 2 * x : (low + high) / 2;
		if (Math.abs(next - x) <= x * 1e-15) return next;
		x = next;
	}
	return x;
}
const density = (x, df) => Math.exp((df / 2 - 1) * Math.log(x / 2) - x / 2 - logGamma(df / 2)) / 2;
/** Γ(a, x)/Γ(a): the series DLMF 8.11.4 of its complement below the mean, the continued fraction 8.9.2 above it. */
function upperGamma(a, x) {
	const front = Math.exp(a * Math.log(x) - x - logGamma(a));
	if (x < a + 1) {
		let term = 1 / a;
		let sum = term;
		for (let n = 1; term > sum * 1e-17 && n < 1e5; n++) sum += term *= x / (a + n);
		return 1 - front * sum;
	}
	let b = x + 1 - a;
	let c = Number.POSITIVE_INFINITY;
	let d = 1 / b;
	let fraction = d;
	for (let n = 1; n < 1e5; n++) {
		const numerator = n * (a - n);
		b += 2;
		d = 1 / (numerator * d + b);
		c = b + numerator / c;
		fraction *= c * d;
		if (Math.abs(c * d - 1) < 1e-16) break;
	}
	return front * fraction;
}
// packages/statistics/src/drift/benjamini-hochberg.ts
/**
* Benjamini & Hochberg's (1995) step-up adjusted p-values, in the order given: rejecting those ≤ α keeps the expected
* share of false rejections ≤ α under independence or positive dependence. NaN counts as 1.
*/
function benjaminiHochberg(pValues) {
	const adjusted = new Array(pValues.length).fill(1);
	let smallest = 1;
	pValues.map((p, index) => ({
		p: Number.isNaN(p) ? 1 : p,
		index
	})).sort((a, b) => b.p - a.p).forEach(({ p, index }, place) => {
		smallest = Math.min(smallest, p * (pValues.length / (pValues.length - place)));
		adjusted[index] = smallest;
	});
	return adjusted;
}
// packages/statistics/src/drift/block-bounds.ts
/**
* Standard error of (window's mean − reference's mean) from the window's blocks.
*
* With e_j = sums_j − rows_j · expected_j and N rows, block j's influence is (e_j − rows_j · Σe / N) / N: a ratio
* estimator linearised (Cochran 1977, 6.3) about an auxiliary prediction, as for a sample with one block per stratum. The
* window's variance is B/(B − 1) Σ influence². The reference is taken to vary from block to block as the window does, so
* its mean over `referenceBlocks` adds B / referenceBlocks of that. NaN with fewer than two blocks that hold rows.
*/
function blockStandardError({ rows, sums, expected }, referenceBlocks) {
	let total = 0;
	let excess = 0;
	let blocks = 0;
	for (let j = 0; j < rows.length; j++) {
		if (rows[j] === 0) continue;
		blocks++;
		total += rows[j];
		excess += sums[j] - rows[j] * expected[j];
	}
	if (blocks < 2) return NaN;
	const influence = new Float64Array(rows.length);
	for (let j = 0; j < rows.length; j++) {
		const n = rows[j];
		influence[j] = (sums[j] - n * expected[j] - n * excess / total) / total;
	}
	return Math.sqrt(blocks / (blocks - 1) * sumOfSquares(influence) * (1 + blocks / referenceBlocks));
}
/** `value` less and plus Student's t quantile at `level` (each bound one-sided) on blocks − 1 degrees of freedom times the error. */
function driftBounds(value, { standardError, blocks, level }) {
	if (!(blocks >= 2)) return {
		lower: NaN,
		upper: NaN
	};
	const reach = standardError === 0 ? 0 : quantile(level, blocks - 1) * standardError;
	return {
		lower: value - reach,
		upper: value + reach
	};
}
let last = {
	level: NaN,
	df: NaN,
	t: NaN
};
/** A column asks for the same quantile at each of its edges. */
function quantile(level, df) {
	if (last.level !== level || last.df !== df) last = {
		level,
		df,
		t: studentTQuantile(level, df)
	};
	return last.t;
}
/** One-sided p-value of "the effect is at most `limit`": small where the effect is shown to be larger. */
function excessPValue(value, { standardError, blocks, limit }) {
	if (!(blocks >= 2) || Number.isNaN(standardError) || Number.isNaN(value)) return NaN;
	if (standardError === 0) return value > limit ? 0 : 1;
	return studentTCdf((limit - value) / standardError, blocks - 1);
}
// packages/statistics/src/drift/distance.ts
/**
* F − G of two samples known only by their counts in the same bins. Inside bin j, F lies between F(j − 1) and F(j) less what sits on
* the right edge itself, and so does G, so that there |F − G| ≤ max(F⁻(j) − G(j − 1), G⁻(j) − F(j − 1)).
*/
function cumulativeDifferences(first, second) {
	const [n, m] = [sum(first.counts), sum(second.counts)];
	const bins = first.counts.length;
	const result = {
		signed: new Float64Array(bins),
		inside: new Float64Array(bins)
	};
	let [f, g] = [0, 0];
	for (let bin = 0; bin < bins; bin++) {
		const [left, right] = [f / n, g / m];
		f += first.counts[bin];
		g += second.counts[bin];
		result.signed[bin] = f / n - g / m;
		result.inside[bin] = Math.max((f - (first.atEdge?.[bin] ?? 0)) / n - right, (g - (second.atEdge?.[bin] ?? 0)) / m - left);
	}
	return result;
}
/** Kolmogorov–Smirnov distance of two samples known only by their counts in the same bins. NaN without rows on either side. */
function ksDistance(first, second) {
	if (sum(first.counts) === 0 || sum(second.counts) === 0) return {
		lower: NaN,
		upper: NaN,
		edge: 0,
		signed: NaN
	};
	const { signed, inside } = cumulativeDifferences(first, second);
	let edge = 0;
	let upper = 0;
	signed.forEach((difference, bin) => {
		if (Math.abs(difference) > Math.abs(signed[edge])) edge = bin;
		upper = Math.max(upper, Math.abs(difference), inside[bin]);
	});
	return {
		lower: Math.abs(signed[edge]),
		upper,
		edge,
		signed: signed[edge]
	};
}
/** Total variation distance ½ Σ |p − q| of two samples' counts by level; NaN without rows on either side. */
function totalVariation(first, second) {
	const [n, m] = [sum(first), sum(second)];
	if (n === 0 || m === 0) return NaN;
	let distance = 0;
	for (let level = 0; level < first.length; level++) distance += Math.abs(first[level] / n - second[level] / m);
	return distance / 2;
}
/** Sum of an array's numbers, from the left. */
function sum(values) {
	let total = 0;
	for (let i = 0; i < values.length; i++) total += values[i];
	return total;
}
// packages/statistics/src/drift/chi-squared-test.ts
/**
* Pearson's two-sample test that both samples' counts come from one distribution over the levels, without Yates' correction. The reference
* is a sample too: a one-sample test that takes it for the truth rejects far too often. Levels that are empty on both sides do not count;
* with fewer than two others there is nothing to differ in, p = 1. NaN without rows on either side.
*/
function chiSquaredHomogeneity(first, second) {
	const [n, m] = [sum(first), sum(second)];
	if (!(n > 0 && m > 0)) return {
		statistic: NaN,
		df: NaN,
		p: NaN
	};
	let statistic = 0;
	let levels = 0;
	for (let level = 0; level < first.length; level++) {
		const both = first[level] + second[level];
		if (both === 0) continue;
		levels++;
		const deviation = first[level] - both * n / (n + m);
		statistic += deviation * deviation / both * ((n + m) / n + (n + m) / m);
	}
	return {
		statistic,
		df: levels - 1,
		p: levels < 2 ? 1 : chiSquaredTail(statistic, levels - 1)
	};
}
// packages/statistics/src/drift/divergence.ts
/**
* Population stability index Σ (p − q) ln(p / q) over bins, in nats, with `pseudo` rows added to every bin of both
* samples (½ is Jeffreys'). Without the pseudo-count one empty bin makes it infinite, so a value means nothing unless its
* smoothing is told. NaN without rows on either side.
*/
function populationStabilityIndex(first, second, pseudo = .5) {
	const [n, m] = [sum(first), sum(second)];
	if (n === 0 || m === 0) return NaN;
	const bins = first.length;
	let index = 0;
	for (let bin = 0; bin < bins; bin++) {
		const p = (first[bin] + pseudo) / (n + bins * pseudo);
		const q = (second[bin] + pseudo) / (m + bins * pseudo);
		if (p !== q) index += (p - q) * Math.log(p / q);
	}
	return index;
}
/** Jensen–Shannon divergence in bits, from 0 to 1, without smoothing; its root is the distance. NaN without rows on either side. */
function jensenShannonBits(first, second) {
	const [n, m] = [sum(first), sum(second)];
	if (n === 0 || m === 0) return NaN;
	let bits = 0;
	for (let bin = 0; bin < first.length; bin++) {
		const p = first[bin] / n;
		const q = second[bin] / m;
		const middle = (p + q) / 2;
		if (p > 0) bits += p * Math.log2(p / middle) / 2;
		if (q > 0) bits += q * Math.log2(q / middle) / 2;
	}
	return Math.min(1, Math.max(0, bits));
}
/**
* Wasserstein-1 distance ∫ |F − G| in the column's unit, mass spread evenly inside bins: `ends` are the edges with the least and the
* greatest value around them, one more than there are bins. NaN without rows on either side.
*/
function binnedWasserstein(ends, first, second) {
	const [n, m] = [sum(first), sum(second)];
	if (n === 0 || m === 0) return NaN;
	let distance = 0;
	let [f, g] = [0, 0];
	for (let bin = 0; bin < first.length; bin++) {
		const before = f / n - g / m;
		f += first[bin];
		g += second[bin];
		const after = f / n - g / m;
		const width = Math.max(0, ends[bin + 1] - ends[bin]);
		const [a, b] = [Math.abs(before), Math.abs(after)];
		distance += width * (before * after < 0 ? (a * a + b * b) / (2 * (a + b)) : (a + b) / 2);
	}
	return distance;
}
/** Hellinger distance √(1 − Σ √(pq)), from 0 to 1, without smoothing. NaN without rows on either side. */
function hellingerDistance(first, second) {
	const [n, m] = [sum(first), sum(second)];
	if (n === 0 || m === 0) return NaN;
	let halves = 0;
	for (let bin = 0; bin < first.length; bin++) {
		const difference = Math.sqrt(first[bin] / n) - Math.sqrt(second[bin] / m);
		halves += difference * difference;
	}
	return Math.min(1, Math.sqrt(halves / 2));
}
// packages/statistics/src/drift/expected-variation.ts
/**
* What the total variation distance of two samples from the same distribution is on average, given the first sample's counts
* and the second's rows: ½ Σ E|p̂ − q̂|. It is not zero, and with many levels it is large.
*
* E|X − np| of a binomial is exact by De Moivre's formula, 2ν C(n, ν) p^ν (1 − p)^(n − ν + 1) with ν = ⌊np⌋ + 1
* (Diaconis & Zabell 1991, Closed form summation for classical distributions). The first sample's own noise adds in
* quadrature with its normal approximation, √(2/π · p(1 − p)/m). NaN without rows on either side.
*/
function expectedTotalVariation(reference, rows) {
	const deviations = expectedDeviations(reference, rows);
	return sum(reference) > 0 && rows > 0 ? sum(deviations) / 2 : NaN;
}
/** The terms of `expectedTotalVariation` by level: E|p̂ − q̂|. */
function expectedDeviations(reference, rows) {
	const total = sum(reference);
	return Float64Array.from(reference, (count) => {
		const share = count / total;
		const own = meanAbsoluteDeviation(rows, share) / rows;
		return Math.sqrt(own * own + 2 / Math.PI * share * (1 - share) / total);
	});
}
function meanAbsoluteDeviation(n, p) {
	if (p <= 0 || p >= 1) return 0;
	const nu = Math.floor(n * p) + 1;
	const logTerm = logGamma(n + 1) - logGamma(nu) - logGamma(n - nu + 1) + nu * Math.log(p) + (n - nu + 1) * Math.log1p(-p);
	return 2 * Math.exp(logTerm);
}
// packages/statistics/src/drift/principal-components.ts
/**
* The fewest principal components that explain at least `share` of a correlation matrix's variance, always fewer than its columns: unit
* vectors, largest variance first, the largest weight of each positive. By Jacobi's rotations (Golub & Van Loan, 8.5).
*/
function principalComponents(matrix, share) {
	const size = matrix.length;
	const a = matrix.map((row) => [...row]);
	const v = a.map((_, i) => a.map((_, j) => Number(i === j)));
	for (let sweep = 0; sweep < mostSweeps && offDiagonal(a) > tolerance * size; sweep++) for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, v, p, q);
	const order = [...a.keys()].sort((i, j) => a[j][j] - a[i][i] || i - j);
	const all = order.reduce((sum, i) => sum + a[i][i], 0);
	const kept = [];
	let explained = 0;
	for (const i of order) {
		if (explained >= share * all || kept.length === size - 1) break;
		explained += a[i][i];
		kept.push(oriented(v.map((row) => row[i])));
	}
	return kept;
}
const mostSweeps = 50;
const tolerance = 1e-24;
function offDiagonal(a) {
	return a.reduce((sum, row, i) => sum + row.slice(0, i).reduce((own, value) => own + value * value, 0), 0);
}
function rotate(a, v, p, q) {
	const apq = a[p][q];
	if (apq === 0) return;
	const theta = (a[q][q] - a[p][p]) / (2 * apq);
	const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
	const c = 1 / Math.sqrt(t * t + 1);
	const s = t * c;
	for (const row of a) [row[p], row[q]] = [c * row[p] - s * row[q], s * row[p] + c * row[q]];
	const [rowP, rowQ] = [[...a[p]], [...a[q]]];
	a[p] = rowP.map((value, k) => c * value - s * rowQ[k]);
	a[q] = rowQ.map((value, k) => s * rowP[k] + c * value);
	for (const row of v) [row[p], row[q]] = [c * row[p] - s * row[q], s * row[p] + c * row[q]];
}
function oriented(component) {
	return component.reduce((a, b) => Math.abs(b) > Math.abs(a) + 1e-9 ? b : a) < 0 ? component.map((weight) => -weight) : [...component];
}
// packages/statistics/src/drift/proportions.ts
/**
* Difference of two independent proportions, second less first, with the two-sided p-value of the pooled z-test of no
* difference. Rows are taken as independent, which production rows seldom are: for bounds see `driftBounds`.
*/
function proportionDifference(first, second) {
	const difference = second.events / second.rows - first.events / first.rows;
	const pooled = (first.events + second.events) / (first.rows + second.rows);
	const standardError = Math.sqrt(pooled * (1 - pooled) * (1 / first.rows + 1 / second.rows));
	if (standardError === 0) return {
		difference,
		p: 1
	};
	return {
		difference,
		p: Math.min(1, 2 * normalCdf(-Math.abs(difference) / standardError))
	};
}
// packages/statistics/src/drift/trend.ts
/**
* Theil (1950) and Sen's (1968) slope, the median of all pairs', with the two-sided p-value of Mann (1945) and Kendall's test, corrected for ties
* and continuity. Neither minds a single odd value. NaN with fewer than three values.
*/
function monotoneTrend(values) {
	const n = values.length;
	if (n < 3) return {
		slope: NaN,
		p: NaN
	};
	const slopes = [];
	let order = 0;
	for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) {
		slopes.push((values[j] - values[i]) / (j - i));
		order += Math.sign(values[j] - values[i]);
	}
	const tied = [...Map.groupBy(values, (value) => value).values()].map(({ length }) => length).reduce((sum, size) => sum + size * (size - 1) * (2 * size + 5), 0);
	const variance = (n * (n - 1) * (2 * n + 5) - tied) / 18;
	const p = variance === 0 || order === 0 ? 1 : 2 * normalCdf(-(Math.abs(order) - 1) / Math.sqrt(variance));
	return {
		slope: median(slopes),
		p: Math.min(1, p)
	};
}
function median(values) {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
// packages/statistics/src/metrics/probability-losses.ts
/** Log loss (natural logarithm) of each row's probability of label 1, clipped at float64's ε as scikit-learn does. */
function logLosses(labels, probabilities) {
	return lossPerRow(labels, probabilities, (label, probability) => {
		const clipped = Math.min(Math.max(probability, Number.EPSILON), 1 - Number.EPSILON);
		return -Math.log(label === 1 ? clipped : 1 - clipped);
	});
}
/** Squared error (y − p)² of each row: its mean is the Brier score. */
function squaredErrors(labels, probabilities) {
	return lossPerRow(labels, probabilities, (label, probability) => (label - probability) * (label - probability));
}
function lossPerRow(labels, probabilities, loss) {
	if (labels.length !== probabilities.length) throw new RangeError(`${labels.length} labels for ${probabilities.length} probabilities`);
	const losses = new Float64Array(labels.length);
	for (let row = 0; row < losses.length; row++) losses[row] = loss(labels[row], probabilities[row]);
	return losses;
}
// packages/statistics/src/performance/isotonic.ts
/**
* Isotonic regression by pooling adjacent violators (Ayer et al. 1955): the non-decreasing function of the score that is nearest to the
* outcomes in weighted squares. Equal scores get one value. Returned in the order given.
*/
function isotonicFit(scores, outcomes, weights) {
	const order = Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[a] - scores[b]);
	const blocks = [];
	for (const [place, row] of order.entries()) {
		const weight = weights?.[row] ?? 1;
		if (place > 0 && scores[order[place - 1]] === scores[row]) append(blocks.at(-1), {
			sum: outcomes[row] * weight,
			weight,
			rows: [row]
		});
		else blocks.push({
			sum: outcomes[row] * weight,
			weight,
			rows: [row]
		});
		const isLastOfTie = scores[order[place + 1] ?? -1] !== scores[row];
		while (isLastOfTie && blocks.length > 1 && meanOf(blocks.at(-2)) >= meanOf(blocks.at(-1))) {
			const last = blocks.pop();
			append(blocks.at(-1), last);
		}
	}
	const fitted = new Float64Array(scores.length);
	for (const block of blocks) for (const row of block.rows) fitted[row] = meanOf(block);
	return fitted;
}
const meanOf = ({ sum, weight }) => sum / weight;
function append(block, { sum, weight, rows }) {
	block.sum += sum;
	block.weight += weight;
	for (const row of rows) block.rows.push(row);
}
// packages/statistics/src/performance/calibration.ts
/** Isotonic regression of the bins' outcomes on their mean scores, each by its rows. */
function fitCalibration({ rows, observed, scores }) {
	const bins = Array.from(rows, (_, bin) => bin).filter((bin) => rows[bin] > 0);
	const means = bins.map((bin) => scores[bin] / rows[bin]);
	return {
		scores: means,
		probabilities: [...isotonicFit(means, bins.map((bin) => observed[bin] / rows[bin]), bins.map((bin) => rows[bin]))]
	};
}
/** The calibrated probability of a score; NaN without knots. */
function calibrate({ scores, probabilities }, score) {
	let [low, high] = [0, scores.length - 1];
	if (high < 0) return NaN;
	if (score <= scores[0]) return probabilities[0];
	if (score >= scores[high]) return probabilities[high];
	while (high - low > 1) {
		const middle = low + high >> 1;
		if (scores[middle] <= score) low = middle;
		else high = middle;
	}
	const share = (score - scores[low]) / (scores[high] - scores[low]);
	return probabilities[low] + share * (probabilities[high] - probabilities[low]);
}
/** The squared error that a row with this score has on average where label 1 has this probability. */
const expectedSquaredError = (probability, score) => probability * (1 - score) * (1 - score) + (1 - probability) * score * score;
// packages/statistics/src/performance/page-hinkley.ts
const pageHinkleyStart = {
	count: 0,
	mean: 0,
	sum: 0
};
/** Whether a change is told, by river's way where clamped (≥, and one value more than it has seen) and by frouros's (>) else. */
function pageHinkleyTells({ count, sum }, { minimum, threshold, isClamped }) {
	return isClamped ? count + 1 >= minimum && sum >= threshold : count >= minimum && sum > threshold;
}
/**
* One step of Page's (1954) test of a rise of the mean, with Hinkley's running mean and a forgetting factor:
* sum ← α·sum + x − mean − δ. Where `pageHinkleyTells` the caller starts again.
*/
function pageHinkleyStep(state, value, { delta, alpha, isClamped }) {
	const count = state.count + 1;
	const mean = state.mean + (value - state.mean) / count;
	const sum = alpha * state.sum + (value - mean - delta);
	return {
		count,
		mean,
		sum: isClamped ? Math.max(0, sum) : sum
	};
}
// packages/statistics/src/sequential/log-sum.ts
/** ln(eᵃ + eᵇ) without overflow; −∞ is the logarithm of nothing. */
function logAdd(a, b) {
	const [low, high] = a < b ? [a, b] : [b, a];
	return high === Number.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(low - high));
}
/**
* ln of the mean of eˣ over `logs`: the average of e-values, which is an e-value however they depend on each other
* (Vovk & Wang 2021, prop. 3.1). NaN for none.
*/
function logMean(logs) {
	return logs.length === 0 ? NaN : logSum(logs) - Math.log(logs.length);
}
function logSum(logs) {
	let high = Number.NEGATIVE_INFINITY;
	for (const log of logs) high = Math.max(high, log);
	if (!Number.isFinite(high)) return high;
	let sum = 0;
	for (const log of logs) sum += Math.exp(log - high);
	return high + Math.log(sum);
}
// packages/statistics/src/sequential/excess.ts
/**
* ln e-value against "the canary's event rate exceeds the stable one by at least `delta`": evidence to promote.
*
* Each request has Z = Y (A/w − (1 − A)/(1 − w)) with Y the event, A 1 for the canary and w its weight; its mean is the excess,
* and it is at most 1/w. Betting against the excess multiplies wealth by 1 + λ(δ − Z), whose conditional mean is ≤ 1 under
* H0 for λ ≥ 0, and which stays positive for λ < 1/(1/w − δ) (Waudby-Smith & Ramdas 2024, capital process). The bets are fixed
* shares of that largest λ, so they are predictable, and the e-value is the mean of their wealths: it needs the counts
* by weight alone, in whatever order or grouping they came. It stays valid when both arms suffer from the same incident,
* where a ratio of rates does not.
*/
function logExcessEvidence(groups, delta) {
	const usable = groups.filter(({ weight }) => weight > 0 && weight < 1);
	return logMean(betShares.map((share) => usable.reduce((log, group) => log + logWealth(group, delta, share), 0)));
}
/**
* The best bet is about δ / (p/(w(1 − w))) for an event rate p: from nearly all of the largest (no events) to some
* thousandths of it (a third of the requests).
*/
const betShares = Array.from({ length: 16 }, (_, i) => .002 * 490 ** (i / 15));
function logWealth({ weight, canary, stable }, delta, share) {
	const bet = share / (1 / weight - delta);
	return (canary.requests + stable.requests - canary.events - stable.events) * Math.log1p(bet * delta) + canary.events * Math.log1p(-share) + stable.events * Math.log1p(bet * (delta + 1 / (1 - weight)));
}
// packages/statistics/src/sequential/harm.ts
/** The alternatives θ that harm is sought at, as ratios of event rates: 48 points, log-spaced over (1, 16]. */
const harmRatios = Array.from({ length: 48 }, (_, i) => 16 ** ((i + 1) / 48));
const noHarm = {
	starts: 0,
	logSums: []
};
/**
* Adds one poll: the e-process for harm, mixed over the poll s at which the harm began.
*
* For one θ and one start s, E_s(t) = ∏ of likelihood ratios L(u, θ) over polls u = s…t, and 1 while t < s. Under H0 (ratio ≤ 1
* in every poll) each L has conditional mean ≤ 1 given the past and given how many events poll u has, so each E_s is a
* supermartingale from 1. A mixture Σ π_s E_s with fixed π_s ≥ 0 that sum to 1 is one too, and by Ville's inequality
* exceeds 1/α at any time with probability ≤ α. Starts yet to come are worth their own prior mass, ρ(t) = 1 − Σ_{s ≤ t} π_s, so
*
*   E(t) = ρ(t) + mean over θ of R(t, θ),  R(t, θ) = Σ_{s ≤ t} π_s ∏_{u=s…t} L(u, θ) = (R(t − 1, θ) + π_t) L(t, θ):
*
* one number per θ is all the memory it takes, whatever t. Polls without an event have L = 1 and are not counted as
* starts; that is allowed since the number of events is what L is conditioned on. Any supermartingale loses what it
* earned against a fault by the healthy polls before it; here only ln 1/π_s is lost, 10 after 500 polls.
*/
function addHarmPoll(mixture, groups) {
	const informative = groups.filter(isInformative);
	if (informative.length === 0) return mixture;
	const starts = mixture.starts + 1;
	const logPrior = Math.log(priorBeyond(starts - 1) - priorBeyond(starts));
	return {
		starts,
		logSums: harmRatios.map((ratio, i) => logAdd(mixture.logSums[i] ?? Number.NEGATIVE_INFINITY, logPrior) + logLikelihoodRatio(informative, ratio, 1))
	};
}
/** ln E(t) of the mixture; 0 before any event. */
function logHarmEvidence({ starts, logSums }) {
	return starts === 0 ? 0 : logAdd(Math.log(priorBeyond(starts)), logMean(logSums));
}
/** ρ(t): slow enough that a late start keeps a usable share (π ~ 1/(t ln² t)), and it sums to 1. */
function priorBeyond(starts) {
	return 1 / (1 + Math.log1p(starts));
}
function isInformative({ weight, canaryEvents, stableEvents }) {
	return weight > 0 && weight < 1 && canaryEvents + stableEvents > 0;
}
function logLikelihoodRatio(groups, ratio, nullRatio) {
	let log = 0;
	for (const group of groups) {
		if (!isInformative(group)) continue;
		const { weight: w, canaryEvents, stableEvents } = group;
		const norm = Math.log((w * nullRatio + 1 - w) / (w * ratio + 1 - w));
		log += canaryEvents * (Math.log(ratio / nullRatio) + norm) + stableEvents * norm;
	}
	return log;
}
// packages/statistics/src/sequential/sample-ratio.ts
/**
* ln e-value against "requests were split as the weights say": the sequential sample-ratio test of Lindon & Malek 2022.
* Each weight has its own Dirichlet prior around the split it should have; e-values of different weights multiply. The
* anytime-valid p-value is 1/e. `concentration`: a prior deviation of √(w(1 − w)/concentration) from the weight.
*/
function logSplitEvidence(groups, concentration = 1e3) {
	let log = 0;
	for (const { weight, canaryRequests, stableRequests } of groups) {
		if (!(weight > 0 && weight < 1)) continue;
		const expected = [weight, 1 - weight];
		const prior = expected.map((share) => share * concentration);
		log += logDirichletEvidence([canaryRequests, stableRequests], expected, prior);
	}
	return log;
}
/** ln Bayes factor of a Dirichlet-multinomial with the given prior over the multinomial with the `expected` shares. */
function logDirichletEvidence(counts, expected, prior) {
	const posterior = prior.map((parameter, i) => parameter + counts[i]);
	const logExpected = counts.reduce((log, count, i) => log + (count === 0 ? 0 : count * Math.log(expected[i])), 0);
	return logMultivariateBeta(posterior) - logMultivariateBeta(prior) - logExpected;
}
/** A Dirichlet is a chain of betas: each part against the rest. */
function logMultivariateBeta(parameters) {
	let rest = parameters.at(-1);
	let log = 0;
	for (let i = parameters.length - 2; i >= 0; i--) {
		log += logBeta(parameters[i], rest);
		rest += parameters[i];
	}
	return log;
}
export { excessPValue as A, oneSidedBounds as B, populationStabilityIndex as C, totalVariation as D, ksDistance as E, estimateMean as F, clusterSums as I, clusterSupport as L, chiSquaredQuantile as M, estimateAuc as N, blockStandardError as O, estimateCalibrationError as P, sumOfSquares as R, jensenShannonBits as S, cumulativeDifferences as T, studentTQuantile as V, principalComponents as _, logExcessEvidence as a, binnedWasserstein as b, pageHinkleyStep as c, expectedSquaredError as d, fitCalibration as f, proportionDifference as g, monotoneTrend as h, noHarm as i, benjaminiHochberg as j, driftBounds as k, pageHinkleyTells as l, squaredErrors as m, addHarmPoll as n, logMean as o, logLosses as p, logHarmEvidence as r, pageHinkleyStart as s, logSplitEvidence as t, calibrate as u, expectedDeviations as v, chiSquaredHomogeneity as w, hellingerDistance as x, expectedTotalVariation as y, clustersForReach as z };
