import type { ChannelOverview, ModelOverview, RolloutState, VersionLineage, VersionOverview } from '@tidemark/schemas'
import { causeInWords } from '../cause.ts'
import { clip } from '../escape.ts'
import { formatGiven, formatNumber, formatQuantity, shortDigest } from '../format.ts'
import { anchor, type Content, html, type Markup } from './markup.ts'
import type { Place } from './place.ts'
import { formatDay, timeElement } from './time.ts'
import { statusBadge } from './words.ts'

const mostShown = 12

/** Where versions came from, as pictures: what is live, what is under way and the newest first, the others folded. */
export function renderLineage({ versions, channels, rollouts }: ModelOverview, place: Place): Markup {
  const drawn = versions.filter(({ lineage }) => lineage !== null).toReversed()
  const first = drawn.find(({ status }) => status === 'live') ?? drawn[0]
  if (!first) return html`<p>No version is registered yet.</p>`
  const ordered = [first, ...drawn.filter((version) => version !== first)].slice(0, mostShown)
  const more = versions.length - ordered.length
  return html`${ordered.map((version) => {
    const held = channels.filter(({ tenures }) => tenures.at(-1)?.modelDigest === version.manifest.modelDigest)
    return html`<details class="lineage"${version === first && html` open`}><summary><h4>${version.manifest.version}</h4> ${statusBadge(version)}</summary><div class="sides">${draw(version, version.lineage!, held)}${facts(version, { place, rollouts })}</div></details>`
  })}${more > 0 && html`<p class="muted">and ${more} more versions</p>`}`
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly title: string
  readonly lines: readonly string[]
  readonly tone?: string
}

const boxHeight = 62

/** Data above, then run and evaluation, then the version, then its channels: 340 wide, so that a phone shows it whole. */
function draw(
  { manifest, status }: VersionOverview,
  lineage: VersionLineage,
  held: readonly ChannelOverview[],
): Markup {
  const { run, evaluation, datasets, validations } = lineage
  const dataset = (title: string, digest: string | undefined, x: number): Box => {
    const found = datasets.find((each) => each.digest === digest)
    const check = validations.find((each) => each.dataset === digest)
    const lines = found
      ? [
          formatQuantity(found.rows, 'row'),
          check ? `contract: ${check.verdict}` : 'no contract',
          shortDigest(found.digest),
        ]
      : ['not readable', digest === undefined ? '' : shortDigest(digest)]
    return { x, y: 2, width: 158, title, lines }
  }
  const auc = manifest.metrics.roc_auc
  const boxes: Box[] = [
    dataset('training data', run?.data.dataset, 2),
    dataset('holdout', evaluation?.holdout.dataset, 180),
    {
      x: 2,
      y: 92,
      width: 158,
      title: 'run',
      lines: run
        ? [clip(run.trainer.name, 24), `commit ${run.source.sha.slice(0, 7)}`, shortDigest(run.id)]
        : ['not readable'],
    },
    {
      x: 180,
      y: 92,
      width: 158,
      title: 'evaluation',
      lines: evaluation
        ? [
            `${evaluation.verdict}${evaluation.champion ? ` against ${evaluation.champion.version}` : ''}`,
            auc === null || auc === undefined ? '' : `ROC AUC ${formatNumber(auc)}`,
            shortDigest(evaluation.id),
          ]
        : ['not readable'],
    },
    {
      x: 91,
      y: 182,
      width: 158,
      title: `version ${manifest.version}`,
      lines: ['model', shortDigest(manifest.modelDigest)],
      tone: 'own',
    },
    ...(held.length === 0
      ? []
      : [
          {
            x: 91,
            y: 272,
            width: 158,
            title: held.map(({ channel }) => channel).join(', '),
            lines: held.slice(0, 1).flatMap(inChannel),
            tone: status === 'live' ? 'live' : 'own',
          },
        ]),
  ]
  const arrows = [
    'M81 64V90',
    'M259 64V90',
    'M160 123H178',
    'M259 154V168H190V180',
    'M81 154V168H150V180',
    ...(held.length > 0 ? ['M170 244V270'] : []),
  ]
  const height = held.length > 0 ? 338 : 248
  const description = `training data and holdout, run, evaluation ${evaluation?.verdict ?? 'not readable'}, version ${manifest.version}${held.map(({ channel }) => `, in ${channel}`).join('')}`
  return html`<figure class="picture"><svg role="img" aria-label="Lineage of ${manifest.version}: ${description}" viewBox="0 0 340 ${height}" width="340"><title>Lineage of ${manifest.version}</title><desc>${description}</desc>${arrows.map((path) => html`<path class="arrow" d="${path}"/><path class="head" d="${arrowHead(path)}"/>`)}${boxes.map(drawBox)}</svg></figure>`
}

function inChannel({ tenures }: ChannelOverview): string[] {
  const now = tenures.at(-1)!
  return [`since ${formatDay(now.since)}`, `channel file’s seq ${now.seq}`]
}

function arrowHead(path: string): string {
  const [, horizontal] = /H(\d+)$/.exec(path) ?? []
  if (horizontal !== undefined) return `M${Number(horizontal) - 5} 119L${horizontal} 123L${Number(horizontal) - 5} 127`
  const [, y] = /V(\d+)$/.exec(path)!
  const x = [...path.matchAll(/[MH](\d+)/g)].at(-1)![1]
  return `M${Number(x) - 4} ${Number(y) - 5}L${x} ${y}L${Number(x) + 4} ${Number(y) - 5}`
}

function drawBox({ x, y, width, title, lines, tone = '' }: Box): Markup {
  return html`<g class="box ${tone}"><rect x="${x}" y="${y}" width="${width}" height="${boxHeight}" rx="4"/><text class="title" x="${x + 9}" y="${y + 16}">${title}</text>${lines.map((text, i) => html`<text class="${i === lines.length - 1 ? 'digest' : ''}" x="${x + 9}" y="${y + 30 + i * 13}">${text}</text>`)}</g>`
}

function facts(
  { manifest, publishedAt, lineage }: VersionOverview,
  { place, rollouts }: { readonly place: Place; readonly rollouts: readonly RolloutState[] },
): Markup {
  const takenBack = rollouts.find(({ canary, cause }) => cause && canary.modelDigest === manifest.modelDigest)
  const run = lineage?.run
  const parameters = Object.entries(run?.parameters ?? {}).slice(0, 40)
  const rows: [string, Content][] = [
    ['Why this number', html`${manifest.bump.kind}: ${manifest.bump.reasons.slice(0, 8).join('; ')}`],
    [
      'Rolled back',
      takenBack && html`<span class="bad">${formatDay(takenBack.updatedAt)}: ${causeInWords(takenBack)}</span>`,
    ],
    ['Follows', manifest.parent?.version ?? 'nothing: the first'],
    ['Registered', html`${timeElement(manifest.registeredAt)} by ${manifest.registeredBy}`],
    ['Published', publishedAt === null ? 'not yet' : timeElement(publishedAt)],
    ['Commit', html`<code>${anchor(manifest.source.sha.slice(0, 12), place.commit(manifest.source.sha))}</code>`],
    [
      'Trained by',
      run ? `${run.executor}, ${run.trainer.name} ${run.trainer.version}, seed ${run.seed}` : 'not readable',
    ],
    [
      'Parameters',
      parameters.length > 0 &&
        parameters
          .map(([name, value]) => `${name} ${typeof value === 'number' ? formatGiven(value) : value}`)
          .join(', '),
    ],
    ['Evaluation', lineage?.evaluation?.reason],
    ['Model digest', html`<code class="long">${manifest.modelDigest}</code>`],
  ]
  return html`<dl class="facts">${rows.map(([name, value]) => value !== undefined && value !== false && html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`
}
