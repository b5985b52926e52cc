import { C as TidemarkError, F as canonicalJson, I as digestOf, R as storedJson, b as parseJsonDocument } from "./start.js";
import { S as rolloutLayout, b as Telemetry, t as layout, v as RolloutPolicy, x as latencyEdgesMs, y as RolloutState } from "./schemas.js";
import { $ as returnChannel, _t as commitPlan, c as proposeRollback, dt as readPolicy, et as rollBackEvents, ft as isSettled, gt as settlementOf, ht as readOutcome, it as listChannels, l as settleAtOnce, o as recordRequest, ot as settleMerged, pt as newestSettledSeq, s as rollbackIntent, st as createEvent, u as planRollback, vt as readChannel, xt as readRollout } from "./registry.js";
import { a as logExcessEvidence, i as noHarm, n as addHarmPoll, o as logMean, r as logHarmEvidence, t as logSplitEvidence } from "./statistics.js";
// packages/rollout/src/judge/evidence.ts
const noEvidence = {
	polls: 0,
	counts: [],
	harm: {}
};
/** The evidence with one poll more. Groups that cannot be used (`unusable` says why) are left out, not taken for zeros. */
function addPoll(evidence, plan, poll) {
	const groups = poll.groups.filter((group) => group.weight > 0 && unusable(group, plan) === void 0);
	if (groups.length === 0) return evidence;
	const harm = {};
	for (const { id } of plan.guardrails) {
		const splits = groups.filter((group) => isMeasured(group, id)).map(({ weight, canary, stable }) => ({
			weight,
			canaryEvents: canary.events[id] ?? 0,
			stableEvents: stable.events[id] ?? 0
		}));
		const { starts, logSums } = addHarmPoll(evidence.harm[id] ?? noHarm, splits);
		harm[id] = {
			starts,
			logSums: [...logSums]
		};
	}
	return {
		polls: evidence.polls + 1,
		counts: groups.reduce(addGroup, evidence.counts),
		harm
	};
}
/**
* The canary judged by all that was counted so far, at any number and timing of looks. `fail`: the mean evidence for harm
* over guardrails is at least 1/alpha. `pass`: every guardrail's evidence against an excess of delta is, and the split is
* believable. Logarithms of e-values.
*/
function judgeCanary(evidence, plan) {
	const guardrails = plan.guardrails.flatMap((guardrail) => {
		return !guardrail.isAdvisory || evidence.counts.some((group) => isMeasured(group, guardrail.id)) ? [judgeGuardrail(evidence, guardrail)] : [];
	});
	const deciding = guardrails.filter(({ isAdvisory }) => !isAdvisory);
	const logHarm = logMean(deciding.map((guardrail) => guardrail.logHarm));
	const logSplit = logSplitEvidence(evidence.counts.map(({ weight, canary, stable }) => ({
		weight,
		canaryRequests: canary.requests,
		stableRequests: stable.requests
	})));
	const isProven = deciding.every(({ logPromote }) => logPromote >= decisive(plan.alpha.promote));
	return {
		verdict: logHarm >= decisive(plan.alpha.harm) ? "fail" : isProven && logSplit < decisive(plan.srm.p) ? "pass" : "inconclusive",
		logHarm,
		logSplit,
		guardrails
	};
}
/** ln of the e-value that decides at this chance of error. */
function decisive(alpha) {
	return -Math.log(alpha);
}
/** Why counts under one weight prove nothing; undefined where they are good. */
function unusable(group, plan) {
	const { weight, canary } = group;
	if (weight === 0) return canary.requests > 0 ? {
		kind: "split",
		reason: "the canary got requests at weight 0"
	} : void 0;
	if (!plan.steps.some((step) => step.weight === weight)) return {
		kind: "split",
		reason: `requests were served at weight ${weight}, which is not in the plan`
	};
	const missing = plan.guardrails.filter(({ id, isAdvisory }) => !isAdvisory && !isMeasured(group, id));
	if (missing.length === 0) return void 0;
	return {
		kind: "missing-event",
		reason: `no counts of ${missing.map(({ id }) => id).join(", ")}`
	};
}
function judgeGuardrail({ counts, harm }, { id, delta, isAdvisory }) {
	const splits = counts.map(({ weight, canary, stable }) => ({
		weight,
		canary: {
			requests: canary.requests,
			events: canary.events[id] ?? 0
		},
		stable: {
			requests: stable.requests,
			events: stable.events[id] ?? 0
		}
	}));
	const total = (arm) => ({
		requests: splits.reduce((sum, split) => sum + split[arm].requests, 0),
		events: splits.reduce((sum, split) => sum + split[arm].events, 0)
	});
	return {
		id,
		isAdvisory,
		logHarm: logHarmEvidence(harm[id] ?? noHarm),
		logPromote: logExcessEvidence(splits, delta),
		canary: total("canary"),
		stable: total("stable")
	};
}
/** An arm without requests has no events, whether or not it says so. */
function isMeasured({ canary, stable }, id) {
	return [canary, stable].every((arm) => arm.requests === 0 || arm.events[id] !== void 0);
}
function addGroup(counts, group) {
	const same = counts.find(({ weight }) => weight === group.weight);
	const sum = same ? {
		weight: group.weight,
		canary: addArm(same.canary, group.canary),
		stable: addArm(same.stable, group.stable)
	} : group;
	return [...counts.filter((each) => each !== same), sum].sort((a, b) => a.weight - b.weight);
}
/** An event that one side did not measure is unknown in the sum. */
function addArm(a, b) {
	if (a.requests === 0) return b;
	if (b.requests === 0) return a;
	const events = {};
	for (const [id, count] of Object.entries(a.events)) {
		const other = b.events[id];
		if (other !== void 0) events[id] = count + other;
	}
	return {
		requests: a.requests + b.requests,
		events
	};
}
// packages/rollout/src/judge/open.ts
/**
* The state that an intent leads to. A rollout is terminal per channel and seq: the same intent finds the state on record,
* also one that was rolled back; an older intent changes nothing; a newer one replaces it, and its evidence starts from
* nothing. A canary that is the champion already is promoted at once. Throws `REGISTRY_CONFLICT` when one seq is claimed for two
* different models.
*/
function openRollout(intent, current, now) {
	const { model, channel, seq, champion, canary, plan } = intent;
	if (current && current.seq > seq) return {
		state: current,
		transition: false,
		reason: `seq ${seq} is older than the rollout of seq ${current.seq}`
	};
	if (current && current.seq === seq) {
		if (current.canary.modelDigest !== canary.modelDigest) throw new TidemarkError("REGISTRY_CONFLICT", `seq ${seq} of ${model} in ${channel} is on record for ${current.canary.version}, not for ${canary.version}`, { hint: "Propose the version anew, so that the channel file gets a new seq." });
		return {
			state: current,
			transition: false,
			reason: `seq ${seq} is on record as ${current.phase}`
		};
	}
	const isChampion = champion.modelDigest === canary.modelDigest;
	const reason = isChampion ? `${canary.version} is in ${channel} already` : `${canary.version} waits to be rolled out against ${champion.version}`;
	const judgement = judgeCanary(noEvidence, plan);
	const phase = isChampion ? "promoted" : "pending";
	const weight = isChampion ? 1 : 0;
	return {
		state: {
			schema: "tidemark/rollout/v1",
			model,
			channel,
			seq,
			champion,
			canary,
			plan,
			planDigest: digestOf(plan),
			phase,
			step: null,
			weight,
			openedAt: now,
			startedAt: null,
			stepStartedAt: null,
			updatedAt: now,
			leaseUntil: null,
			slowMs: null,
			fault: null,
			consumed: [],
			evidence: noEvidence,
			judgement,
			decision: {
				at: now,
				action: "open",
				reasons: [reason],
				signals: null,
				previous: current === null ? null : digestOf(current)
			},
			history: [{
				at: now,
				action: "open",
				phase,
				weight,
				logHarm: judgement.logHarm,
				reason
			}],
			cause: null
		},
		transition: true,
		reason
	};
}
// packages/rollout/src/judge/fault.ts
/** A canary that should have had this many requests and had none is silent: a chance of 1 in 1,000. */
const SILENT_AFTER = 7;
/**
* Why nothing can be concluded at the moment, or null; `isNews` when it was seen just now. Without any news (an outage of
* monitoring) a known fault stays as it is, and nothing is rolled back for it.
*/
function findFault(state, signals, judgement, at) {
	const { polls, faults } = signals;
	if (faults[0]) return {
		fault: faults[0],
		isNews: true
	};
	if (polls.length === 0 || !signals.isLive) return {
		fault: state.fault,
		isNews: false
	};
	return {
		fault: pollFault(state, polls) ?? silence(state, polls, at) ?? splitFault(state, judgement),
		isNews: true
	};
}
function splitFault({ plan }, { logSplit }) {
	if (logSplit < decisive(plan.srm.p)) return null;
	return {
		kind: "split",
		reason: `requests are not split as the weights say (p < ${plan.srm.p})`
	};
}
function pollFault({ plan }, polls) {
	for (const { instance, groups } of polls) for (const group of groups) {
		const problem = unusable(group, plan);
		if (problem) return {
			kind: problem.kind,
			reason: `${instance}: ${problem.reason}`
		};
	}
	return null;
}
/** The newest requests, as many as should have brought the canary `SILENT_AFTER`, went past it. */
function silence({ plan, weight, fault, updatedAt, leaseUntil }, polls, at) {
	if (Date.parse(at) >= Date.parse(leaseUntil)) return null;
	if (!fault && Date.parse(at) - Date.parse(updatedAt) < plan.pollMinutes * 6e4) return null;
	let requests = 0;
	for (const { groups } of polls.toReversed()) {
		if (groups.some(({ canary }) => canary.requests > 0)) return null;
		requests += groups.reduce((sum, { stable }) => sum + stable.requests, 0);
		if (requests * weight >= SILENT_AFTER) return {
			kind: "silence",
			reason: `none of the last ${requests} requests went to the canary`
		};
	}
	return null;
}
// packages/rollout/src/judge/slow.ts
const MINIMUM_REQUESTS = 200;
/**
* What `slow` means in this rollout, in milliseconds: the upper edge of the bucket that holds the champion's live 95th
* percentile. Null where no guardrail needs it; a sentence where it cannot be told yet.
*/
function slowThreshold(plan, championLatency) {
	if (!plan.guardrails.some(({ id }) => id === "slow")) return null;
	const requests = championLatency?.reduce((sum, count) => sum + count, 0) ?? 0;
	if (!championLatency || requests < MINIMUM_REQUESTS) return `${requests} of ${MINIMUM_REQUESTS} requests to know how slow the champion is`;
	let below = 0;
	for (const [bucket, edge] of latencyEdgesMs.entries()) {
		below += championLatency[bucket];
		if (below >= .95 * requests) return edge;
	}
	return `more than a twentieth of the champion's requests take over ${latencyEdgesMs.at(-1)} ms`;
}
// packages/rollout/src/judge/wording.ts
function describeFault({ kind, reason }) {
	return `${kind}: ${reason}`;
}
/** `harm: evidence 7,300 against 20 needed; non_finite 41 of 44 (canary), 0 of 812 (champion)`. */
function describeHarm(judgement, plan) {
	const worst = worstGuardrails(judgement);
	const shown = judgement.guardrails.filter(({ id }) => worst.includes(id)).map(describeRates);
	return `harm: evidence ${evidence(judgement.logHarm)}, ${evidence(-Math.log(plan.alpha.harm))} decide; ${shown.join("; ")}`;
}
/** A share of the traffic, such as `10 %`. */
const percent = (weight) => `${Number((100 * weight).toPrecision(3))} %`;
/** What the promotion's proof rests on, or what it lacks. */
function describeProof({ guardrails }, plan) {
	const needed = -Math.log(plan.alpha.promote);
	const deciding = guardrails.filter(({ isAdvisory }) => !isAdvisory);
	const lacking = deciding.filter(({ logPromote }) => logPromote < needed);
	if (lacking.length > 0) return `not proven yet: ${lacking.map(({ id, logPromote }) => `${id} ${evidence(logPromote)} of ${evidence(needed)}`).join(", ")}`;
	return `proven: ${deciding.map((guardrail) => {
		const delta = plan.guardrails.find(({ id }) => id === guardrail.id).delta;
		return `${describeRates(guardrail)}, less than ${delta} more`;
	}).join("; ")}`;
}
/** Guardrails with at least the average evidence for harm, most first. */
function worstGuardrails({ guardrails, logHarm: mean }) {
	return guardrails.filter(({ isAdvisory }) => !isAdvisory).sort((a, b) => b.logHarm - a.logHarm).filter(({ logHarm }) => logHarm >= mean).map(({ id }) => id);
}
function describeRates({ id, canary, stable }) {
	return `${id} ${canary.events} of ${canary.requests} (canary), ${stable.events} of ${stable.requests} (champion)`;
}
function evidence(log) {
	const value = Math.exp(log);
	return value > 1e6 ? "over 1,000,000" : String(Number(value.toPrecision(3)));
}
// packages/rollout/src/judge/step.ts
/**
* One step of a rollout: pure, and harmless to repeat at any time. `signals` come from `readSignals`, `now` from GitHub.
*
* In this order: who asks for its end gets it; proven harm rolls back; a fault (silence, wrong split, unreadable counts) that lasted rolls back; a proof at
* the last step promotes; a rollout that took too long is rolled back; harmless exposure advances; all else holds. Advancing
* and promoting need fresh counts of a live server, no fault and a clock that goes forward.
*/
function stepRollout(state, signals, now) {
	if (state.phase === "promoted" || state.phase === "rolled-back") return held(state, state.judgement, [`seq ${state.seq} is ${state.phase}; only a new seq can change that`]);
	const moment = {
		state,
		signals,
		now,
		at: Date.parse(now) < Date.parse(state.updatedAt) ? state.updatedAt : now
	};
	if (signals.stop) {
		const { by, reason } = signals.stop;
		return rolledBack(moment, state, {
			kind: "request",
			reason: `${by} stopped it: ${reason}`
		});
	}
	return state.phase === "pending" ? start(moment) : run(moment);
}
function start(moment) {
	const { state, signals, now, at } = moment;
	const { plan, judgement } = state;
	if (isTimedOut(moment)) return timedOut(moment, state);
	const [first] = plan.steps;
	const waits = [];
	if (at !== now) waits.push("the clock went back");
	if (signals.faults[0]) waits.push(describeFault(signals.faults[0]));
	const slow = slowThreshold(plan, signals.championLatency);
	if (typeof slow === "string") waits.push(slow);
	if (waits.length > 0 || typeof slow === "string") return held(state, judgement, waits);
	const { consumed } = unseen(state, signals.polls);
	return moved(moment, {
		...state,
		phase: "running",
		step: 0,
		weight: first.weight,
		startedAt: at,
		stepStartedAt: at,
		leaseUntil: minutesAfter(at, plan.leaseMinutes),
		slowMs: slow,
		consumed
	}, "start", [`${state.canary.version} starts at ${percent(first.weight)} of ${state.channel}`]);
}
function run(moment) {
	const { state, signals, now, at } = moment;
	const { plan } = state;
	const { polls, consumed } = unseen(state, signals.polls);
	const evidence = polls.reduce((sum, poll) => addPoll(sum, plan, poll), state.evidence);
	const judgement = judgeCanary(evidence, plan);
	const { fault: found, isNews } = findFault(state, {
		...signals,
		polls
	}, judgement, at);
	const fault = found && {
		kind: found.kind,
		reason: found.reason,
		since: state.fault?.since ?? at
	};
	const phase = fault ? "holding" : "running";
	const known = {
		...state,
		phase,
		fault,
		consumed,
		evidence,
		judgement
	};
	if (judgement.verdict === "fail") return rolledBack(moment, known, {
		kind: "harm",
		reason: describeHarm(judgement, plan)
	});
	const faultMinutes = fault ? minutesBetween(fault.since, at) : 0;
	if (fault && isNews && plan.missing.action === "roll-back" && faultMinutes >= (plan.missing.polls - 1) * plan.pollMinutes) return rolledBack(moment, known, {
		kind: "fault",
		fault: fault.kind,
		reason: `${describeFault(fault)}, for ${Math.round(faultMinutes)} minutes`
	});
	const step = plan.steps[state.step];
	const isLast = state.step === plan.steps.length - 1;
	const waits = waitsOf(moment, known, polls, step, isLast);
	if (waits.length === 0 && isLast) return moved(moment, {
		...known,
		phase: "promoted",
		weight: 1,
		leaseUntil: null
	}, "promote", [describeProof(judgement, plan)]);
	if (isTimedOut(moment)) return timedOut(moment, known);
	if (waits.length === 0) {
		const weight = plan.steps[state.step + 1].weight;
		return moved(moment, {
			...known,
			step: state.step + 1,
			weight,
			stepStartedAt: at,
			leaseUntil: minutesAfter(at, plan.leaseMinutes)
		}, "advance", [`no harm at ${percent(step.weight)}; on to ${percent(weight)}`]);
	}
	if (phase !== state.phase) return moved(moment, known, "hold", waits);
	if (signals.isLive && !fault && at === now && minutesBetween(at, state.leaseUntil) < plan.leaseMinutes / 2) return moved(moment, {
		...known,
		leaseUntil: minutesAfter(at, plan.leaseMinutes)
	}, "hold", [...waits, "the lease is renewed"]);
	if (signals.isTruncated) return moved(moment, known, "hold", waits);
	return held(state, judgement, waits);
}
/** All that stands between the canary and its next weight. */
function waitsOf({ state, signals, now, at }, { fault, evidence, judgement, plan }, polls, step, isLast) {
	const waits = [];
	if (at !== now) waits.push("the clock went back");
	if (fault) waits.push(describeFault(fault));
	const isServed = polls.some(({ groups }) => groups.some(({ weight, canary }) => weight === state.weight && canary.requests > 0));
	if (!signals.isLive) waits.push("no server reports");
	else if (!isServed) waits.push(`no new requests at ${percent(state.weight)}`);
	if (signals.isTruncated) waits.push("more counts are to come");
	const minutes = minutesBetween(state.stepStartedAt, at);
	if (minutes < step.minMinutes) waits.push(`${Math.floor(minutes)} of ${step.minMinutes} minutes at this weight`);
	const requests = evidence.counts.find(({ weight }) => weight === step.weight)?.canary.requests ?? 0;
	if (requests < step.minRequests) waits.push(`${requests} of ${step.minRequests} requests at this weight`);
	if (isLast && judgement.verdict !== "pass") waits.push(describeProof(judgement, plan));
	return waits;
}
/** Polls that the state does not hold yet, each once, and the sequence numbers with them. */
function unseen(state, polls) {
	const sequences = new Map(state.consumed.map(({ instance, sequence }) => [instance, sequence]));
	return {
		polls: polls.filter(({ instance, first, last }) => {
			if (first <= (sequences.get(instance) ?? 0)) return false;
			sequences.set(instance, last);
			return true;
		}),
		consumed: [...sequences].map(([instance, sequence]) => ({
			instance,
			sequence
		})).sort((a, b) => a.instance < b.instance ? -1 : 1)
	};
}
function timedOut(moment, known) {
	const { timeoutHours } = known.plan;
	return rolledBack(moment, known, {
		kind: "timeout",
		reason: `not done within ${timeoutHours} hours: ${known.startedAt ? describeProof(known.judgement, known.plan) : "it could not start"}`
	});
}
function rolledBack(moment, known, cause) {
	const guardrails = cause.kind === "harm" ? worstGuardrails(known.judgement) : [];
	return moved(moment, {
		...known,
		phase: "rolled-back",
		weight: 0,
		leaseUntil: null,
		cause: {
			kind: cause.kind,
			fault: cause.fault ?? null,
			guardrails,
			reason: cause.reason
		}
	}, "roll-back", [cause.reason]);
}
function moved({ state, signals, now, at }, next, action, reasons) {
	const { phase, weight, judgement } = next;
	const entry = {
		at,
		action,
		phase,
		weight,
		logHarm: judgement.logHarm,
		reason: reasons[0]
	};
	return {
		state: {
			...next,
			updatedAt: at,
			decision: {
				at: now,
				action,
				reasons,
				signals,
				previous: digestOf(state)
			},
			history: [...state.history, entry].slice(-50)
		},
		action,
		reasons,
		transition: true,
		judgement
	};
}
function held(state, judgement, reasons) {
	return {
		state,
		action: "hold",
		reasons,
		transition: false,
		judgement
	};
}
function isTimedOut({ state, at }) {
	return minutesBetween(state.openedAt, at) >= state.plan.timeoutHours * 60;
}
function minutesBetween(from, to) {
	return (Date.parse(to) - Date.parse(from)) / 6e4;
}
function minutesAfter(at, minutes) {
	return new Date(Date.parse(at) + minutes * 6e4).toISOString();
}
// packages/rollout/src/judge/replay.ts
/**
* Makes every decision of a rollout again: `states` are the versions of its document in commit order, oldest first. Each must
* follow from the one before and the signals it recorded, to the last bit. Throws `REGISTRY_CORRUPT` naming every one that
* does not. The first of the states is taken as it is, unless it opens the rollout.
*/
function replayRollout(states) {
	const problems = states.flatMap((state, i) => {
		const message = whyNot(state, states[i - 1] ?? null, i === 0);
		return message === void 0 ? [] : [{
			path: `[${i}]`,
			message: `${state.decision.action}: ${message}`
		}];
	});
	if (problems.length === 0) return;
	throw new TidemarkError("REGISTRY_CORRUPT", "the rollout’s history does not follow from what it recorded", {
		hint: "The document was changed by hand, or commits are missing. Restore it from the registry branch’s history.",
		problems
	});
}
/** Why a rollout's states do not follow from each other, or null: as `replayRollout`, for those who list problems. */
function findRolloutReplayProblem(states) {
	try {
		replayRollout(states);
		return null;
	} catch (error) {
		if (!(error instanceof TidemarkError)) throw error;
		return [error.message, ...error.problems.map(({ path, message }) => `${path} ${message}`)].join("; ");
	}
}
function whyNot(state, previous, isFirst) {
	const { at, action, signals, previous: digest } = state.decision;
	if (digestOf(state.plan) !== state.planDigest) return "the plan is not the one it names by digest";
	if (isFirst && (action !== "open" || digest !== null)) return void 0;
	if (digest !== (previous && digestOf(previous))) return "it was not decided from the state before it";
	if (action === "open") {
		const opened = openRollout(state, previous, at).state;
		return canonicalJson(opened) === canonicalJson(state) ? void 0 : "it does not open as recorded";
	}
	if (!previous || !signals) return "it records no signals";
	const again = stepRollout(previous, signals, at);
	if (again.action !== action) return `the same signals give ${again.action}: ${again.reasons[0] ?? ""}`;
	return canonicalJson(again.state) === canonicalJson(state) ? void 0 : "the same signals give another state";
}
// packages/rollout/src/judge/signals.ts
const maximumPolls = 1e3;
const maximumInstances = 500;
/** The documents that can be read; each other is a fault, since what it would have said is unknown. */
function parseTelemetry(texts) {
	const documents = [];
	const faults = [];
	for (const { source, text, problem } of texts) {
		if (problem !== void 0) {
			faults.push(unreadable(`${source} ${problem}`));
			continue;
		}
		try {
			documents.push(parseJsonDocument(Telemetry, text, source));
		} catch (error) {
			if (!(error instanceof TidemarkError)) throw error;
			faults.push(unreadable(error.message));
		}
	}
	return {
		documents,
		faults
	};
}
/**
* What telemetry says that the state does not know yet: its windows as polls, in each server's order. Documents may come in any
* order and more than once; those of another rollout, or made with other digests, count for nothing. `now` is GitHub's time.
*/
function readSignals(state, { documents, faults = [] }, now) {
	const mine = newestByInstance(documents.filter(({ model, channel }) => model === state.model && channel === state.channel));
	const ofChampion = mine.filter((document) => isLive(document, state, now) && document.champion.modelDigest === state.champion.modelDigest);
	const ofRollout = mine.filter(({ champion, rollout }) => rollout?.seq === state.seq && rollout.canary.modelDigest === state.canary.modelDigest && champion.modelDigest === state.champion.modelDigest);
	const consumed = new Map(state.consumed.map(({ instance, sequence }) => [instance, sequence]));
	const found = [...faults];
	const queues = [];
	for (const document of ofRollout) {
		const { instance, dropped } = document;
		const problem = !consumed.has(instance) && consumed.size >= maximumInstances ? `more than ${maximumInstances} servers took part` : sequenceProblem(document, consumed.get(instance), state);
		if (problem) {
			found.push(unreadable(`${instance}: ${problem}`));
			continue;
		}
		if (!consumed.has(instance)) consumed.set(instance, 0);
		if (dropped && dropped.cause !== "lease" && isLive(document, state, now)) found.push({
			kind: "dropped",
			reason: `${instance} keeps its canary out: ${dropped.reason}`.slice(0, 2e3)
		});
		queues.push(document.windows.filter(({ last }) => last > consumed.get(instance)).map((window) => ({
			...window,
			instance
		})));
	}
	const polls = interleave(queues);
	return {
		polls: polls.slice(0, maximumPolls).map(({ instance, first, last, groups }) => ({
			instance,
			first,
			last,
			groups
		})),
		isTruncated: polls.length > maximumPolls,
		isLive: ofRollout.some((document) => isLive(document, state, now)),
		faults: found.slice(0, 100),
		championLatency: ofChampion.length === 0 ? null : sum(ofChampion.map(({ latency }) => latency.champion))
	};
}
/** Published within two polls of now: neither long ago nor, by a wrong clock, in the future. */
function isLive({ publishedAt }, { plan }, now) {
	return Math.abs(Date.parse(now) - Date.parse(publishedAt)) <= 2 * plan.pollMinutes * 6e4;
}
/** One document per instance: the newest, or of equally new ones the same whatever the order. */
function newestByInstance(documents) {
	const newest = new Map();
	for (const document of documents) {
		const other = newest.get(document.instance);
		if (!other || rank(document, other) > 0) newest.set(document.instance, document);
	}
	return [...newest.values()].sort((a, b) => compareText(a.instance, b.instance));
}
function rank(a, b) {
	return a.sequence - b.sequence || compareText(a.publishedAt, b.publishedAt) || compareText(JSON.stringify(a), JSON.stringify(b));
}
function sequenceProblem({ sequence, windows, startedAt }, seen, { updatedAt }) {
	if (seen === void 0) return void 0;
	if (Date.parse(startedAt) > Date.parse(updatedAt)) return "it started anew under the same name";
	if (sequence < seen) return `its sequence went back from ${seen} to ${sequence}`;
	const next = windows.find(({ last }) => last > seen);
	if (!next) return sequence > seen ? `windows ${seen + 1} to ${sequence} are missing` : void 0;
	if (next.first > seen + 1) return `windows ${seen + 1} to ${next.first - 1} are missing`;
	if (next.first <= seen) return `window ${next.first} to ${next.last} was counted in part already`;
}
/** Merges the servers' windows by the time they say, never changing the order of one server's. */
function interleave(queues) {
	const merged = [];
	for (;;) {
		const heads = queues.filter((queue) => queue.length > 0);
		if (heads.length === 0) return merged;
		const next = heads.reduce((a, b) => compareText(b[0].to, a[0].to) < 0 ? b : a);
		merged.push(next.shift());
	}
}
function sum(histograms) {
	return histograms[0].map((_, i) => histograms.reduce((total, histogram) => total + histogram[i], 0));
}
function unreadable(reason) {
	return {
		kind: "unreadable",
		reason: reason.slice(0, 2e3)
	};
}
function compareText(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
// packages/rollout/src/target.ts
/** `embedded`: `tidemark serve` reads weight, lease and threshold from the state itself. */
const targets = { embedded: (state) => [{
	path: rolloutLayout.state(state.channel, state.model),
	text: storedJson(state)
}] };
// packages/rollout/src/tick/proof.ts
/** States that are replayed before a promotion: months of a usual plan. verify-registry replays all. */
const mostStates = 500;
/**
* Throws `REGISTRY_CONFLICT` where a channel file follows another champion than the promotion that was accepted: it was
* edited since, and the canary would be compared with what people did not see, or with itself.
*/
function assertAccepted({ model, channel, seq, previous }, merged) {
	if (isSame(previous, merged.previous)) return;
	const name = (version) => version?.version ?? "nothing";
	throw conflict(`${model} on ${channel}: seq ${seq} was accepted as following ${name(merged.previous)}, the channel file says ${name(previous)}`, "The channel file was edited after its pull request. Restore it in a pull request, or propose the version again.");
}
/** Throws `REGISTRY_CONFLICT` where the state of an intent's seq is about other versions. */
function assertSameRollout({ canary, champion, seq }, intent) {
	if (isSame(canary, intent) && isSame(champion, intent.previous)) return;
	throw conflict(`seq ${seq} of ${intent.model} on ${intent.channel} is on record for ${canary.version} against ${champion.version}, the channel file wants ${intent.version} after ${intent.previous?.version ?? "nothing"}`, "The channel file or the rollout was changed by hand. Run verify-registry; propose the version anew for a new seq.");
}
/**
* What is asked before anything begins or comes into the channel: what the intent follows is what the channel holds, and
* the intent was not rolled back. Throws `REGISTRY_CONFLICT`.
*/
async function assertDue({ ledger }, intent) {
	const { model, channel, seq, previous } = intent;
	const newest = await newestSettledSeq(ledger, intent, Number.POSITIVE_INFINITY);
	if (!(newest === seq || newest === previous?.seq && await isSettled(ledger, intent, previous))) throw conflict(`${model} on ${channel}: seq ${seq} follows seq ${previous?.seq ?? "none"}, but seq ${newest} is in the channel`, "The channel file went back, or a tag was made by hand. A channel moves by promotion pull requests, which count seq up by one.");
	if (await readOutcome(ledger, intent, "rollout.rolled-back") !== null) throw conflict(`${model} on ${channel}: seq ${seq} was rolled back, and is not started again`, "Merge the pull request that returns the channel. The version comes again with a waiver and a new seq.");
}
/**
* Proves the decisions of a rollout from the branch's history before they have consequences: each state follows from the one before
* and the signals it recorded. Throws `REGISTRY_CORRUPT` where a state was written by hand.
*/
async function assertReplays({ ledger }, state) {
	const path = rolloutLayout.state(state.channel, state.model);
	const head = await ledger.head() ?? "";
	const history = await ledger.history(path, head);
	const commits = history.slice(-500);
	const states = [];
	while (commits.length > 0 && !isComplete(states, state.seq)) {
		const texts = await Promise.all(commits.splice(-20).map((commit) => ledger.read(path, commit)));
		states.unshift(...texts.map((text) => parseJsonDocument(RolloutState, text ?? "", path)));
	}
	const opened = states.findIndex(({ seq }) => seq === state.seq);
	const chain = states.slice(Math.max(0, opened - 1));
	replayRollout(chain.slice(0, 1 + chain.findLastIndex(({ seq }) => seq === state.seq)));
	if ((states[opened]?.decision.action === "open" || history.length > mostStates) && states.some((each) => canonicalJson(each) === canonicalJson(state))) return;
	throw new TidemarkError("REGISTRY_CORRUPT", `${path} does not come from an opened rollout of seq ${state.seq}`, { hint: "The state was written by hand, or the branch was rewritten. Run verify-registry and restore it from a clone." });
}
function isComplete(states, seq) {
	const { action, previous } = states[0]?.decision ?? {};
	return states.some((state) => state.seq < seq) || action === "open" && previous === null;
}
function isSame(a, b) {
	return a?.version === b?.version && a?.modelDigest === b?.modelDigest;
}
function conflict(message, hint) {
	return new TidemarkError("REGISTRY_CONFLICT", message, { hint });
}
// packages/rollout/src/tick/transitions.ts
/** The rollout of an intent on record, opened where it is not. Null where none is planned. */
async function openOnRecord(registry, intent, ref) {
	const { ledger, clock } = registry;
	const { model, channel, seq, version, modelDigest, previous } = intent;
	const known = await readRollout(ledger, intent, await ledger.head());
	if (known?.seq === seq) {
		assertSameRollout(known, intent);
		return { isNew: false };
	}
	if (known !== null && known.seq > seq) throw wentBack(intent, `seq ${seq} is older than the rollout of seq ${known.seq}`);
	await assertDue(registry, intent);
	const { rollout: plan } = (await readPolicy(registry, model, ref)).policy;
	if (plan === void 0) return null;
	const champion = {
		version: previous.version,
		modelDigest: previous.modelDigest
	};
	const canary = {
		version,
		modelDigest
	};
	const now = await clock.now();
	let isNew = false;
	await commitPlan(registry, async (head) => {
		const current = await readRollout(ledger, intent, head);
		const { state, transition, reason } = openRollout({
			model,
			channel,
			seq,
			champion,
			canary,
			plan
		}, current, now);
		isNew = transition;
		if (state.seq !== seq) throw wentBack(intent, reason);
		if (!transition) return null;
		const { type, subject, cause } = settlementOf(intent, intent, "rollout.opened");
		return {
			facts: [await createEvent(registry, {
				type,
				model,
				subject,
				cause,
				previous: champion,
				reasons: [reason]
			})],
			states: targets[plan.target](state),
			message: `Open the rollout of ${model} ${version} on ${channel} (seq ${seq})`
		};
	});
	return { isNew };
}
/** One step by what telemetry says, or whoever stops it, committed where it changes anything. What goes back is marked in the same commit. */
async function stepOnRecord(registry, intent, telemetry, stop) {
	const { ledger, clock } = registry;
	const now = await clock.now();
	let stepped = null;
	await commitPlan(registry, async (head) => {
		const state = await readRollout(ledger, intent, head);
		if (state?.seq !== intent.seq) throw new TidemarkError("REGISTRY_CONFLICT", `another rollout of ${intent.model} on ${intent.channel} began`, { hint: "Nothing was changed. The next tick takes the newer one on." });
		const { transition, ...result } = stepRollout(state, {
			...readSignals(state, telemetry, now),
			...stop ? { stop } : {}
		}, now);
		stepped = {
			...result,
			isCommitted: transition
		};
		if (!transition) return null;
		return {
			facts: result.action === "roll-back" ? await rollBackEvents(registry, intent, result.reasons) : [],
			states: targets[state.plan.target](result.state),
			message: describeStep(result)
		};
	});
	return stepped;
}
function wentBack({ model, channel }, reason) {
	return new TidemarkError("REGISTRY_CONFLICT", `${model} on ${channel}: ${reason}`, { hint: "The channel file went back, or the state was written by hand. A channel moves by promotion pull requests, which count seq up by one." });
}
function describeStep({ state, action, reasons }) {
	const { model, channel, canary, weight } = state;
	const name = `${model} ${canary.version}`;
	const share = percent(weight);
	return `${{
		open: `Open the rollout of ${name} on ${channel}`,
		start: `Start ${name} at ${share} of ${channel}`,
		advance: `Advance ${name} to ${share} of ${channel}`,
		hold: `Hold ${name} at ${share} of ${channel}`,
		promote: `Promote ${name} to all of ${channel}`,
		"roll-back": `Take ${name} back from ${channel}`
	}[action]}\n\n${reasons.join("\n").slice(0, 2e3)}`;
}
// packages/rollout/src/rollback.ts
/**
* Takes a channel back to a version that it held: by a pull request, or at once where the policy lets this person. A rollout that is
* under way ends as rolled back. Repeating it, at once or after a kill anywhere, ends in the same state; asked again by the same run
* when the channel has long gone on, it does nothing. Throws `PROMOTION_REFUSED` and `REGISTRY_CONFLICT`.
*/
async function rollBack(registry, request, options) {
	const plan = await planRollback(registry, request);
	const { version } = request;
	if (plan.step === "none") return {
		outcome: "none",
		version,
		reason: plan.reason
	};
	const { due } = plan;
	const recorded = await recordRequest(registry, due);
	const [reason = ""] = recorded.event.reasons ?? [];
	if (plan.step === "file") {
		const wanted = rollbackIntent(due, recorded, plan.returnedTo.seq);
		return followFile(registry, {
			wanted,
			request: recorded.event,
			tag: tagOf(wanted),
			policy: due.policy,
			options
		});
	}
	const { current, held, target } = due;
	if (current.seq > held.seq) await stopRollout(registry, current, {
		by: recorded.event.actor,
		reason,
		ref: due.ref
	});
	if (held.modelDigest === target.modelDigest) {
		const reasons = [`${recorded.event.actor} stopped it: ${reason}`];
		const describe = (intent) => options.describeReturn(intent, reasons);
		return {
			outcome: "stopped",
			version,
			returned: await returnChannel(registry, {
				intent: current,
				reasons,
				describe
			})
		};
	}
	const wanted = rollbackIntent(due, recorded, Math.max(current.seq, held.seq) + 1);
	if (request.isBreakGlass) {
		const tag = await settleAtOnce(registry, {
			due,
			wanted,
			request: recorded.event
		}, (head) => openReturned(registry, due, wanted, head));
		return followFile(registry, {
			wanted,
			request: recorded.event,
			tag,
			policy: due.policy,
			options
		});
	}
	const describe = (intent) => options.describe(intent, recorded.event, due.policy);
	const { outcome, pullRequest } = await proposeRollback(registry, {
		wanted,
		request: recorded.event,
		describe
	});
	return {
		outcome: outcome === "open" ? "proposed" : "declined",
		version,
		pullRequest
	};
}
const tagOf = ({ model, channel, seq }) => layout.channelTag(model, channel, seq);
/** The channel is where it should be; that its file cannot follow yet is told, and another run goes on with it. */
async function followFile(registry, { wanted, request, tag, policy, options }) {
	const { version } = wanted;
	try {
		const describe = (intent) => options.describe(intent, request, policy);
		const { pullRequest } = await proposeRollback(registry, {
			wanted,
			request,
			describe
		});
		return {
			outcome: "returned",
			version,
			tag,
			pullRequest,
			problem: null
		};
	} catch (error) {
		if (!(error instanceof TidemarkError)) throw error;
		return {
			outcome: "returned",
			version,
			tag,
			pullRequest: null,
			problem: error
		};
	}
}
/** Ends the rollout of a merged promotion, also one that has not been opened yet. */
async function stopRollout(registry, intent, { by, reason, ref }) {
	const { ledger } = registry;
	if (await readOutcome(ledger, intent, "promotion.merged") === null) return;
	if (await readOutcome(ledger, intent, "rollout.rolled-back") !== null) return;
	if (await openOnRecord(registry, intent, ref) === null) {
		await commitPlan(registry, async () => ({
			facts: await rollBackEvents(registry, intent, [`${by} stopped it: ${reason}`]),
			message: `Take ${intent.model} ${intent.version} back from ${intent.channel}`
		}));
		return;
	}
	const { state } = await stepOnRecord(registry, intent, nothingHeard, {
		by,
		reason
	});
	if (state.phase !== "promoted") return;
	throw new TidemarkError("REGISTRY_CONFLICT", `${intent.version} has just reached 100 % of ${intent.channel}`, { hint: "Run deploy-canary, which settles it, and ask for the rollback again." });
}
/** What is asked of a rollout's evidence when a person ends it. */
const nothingHeard = {
	documents: [],
	faults: [],
	outages: [],
	kept: []
};
/** The state by which servers know what the channel holds before its file says so: the version, at all of the traffic. */
async function openReturned({ ledger, clock }, { policy }, { model, channel, seq, version, modelDigest }, head) {
	const known = await readRollout(ledger, {
		model,
		channel
	}, head);
	const plan = policy.rollout ?? RolloutPolicy.parse({});
	const same = {
		version,
		modelDigest
	};
	const { state } = openRollout({
		model,
		channel,
		seq,
		champion: same,
		canary: same,
		plan
	}, known, await clock.now());
	return targets[plan.target](state);
}
// packages/rollout/src/sources/http-telemetry.ts
const timeoutMs = 1e4;
const largestBytes = 4194304;
/**
* Servers asked over HTTP, where the runner can reach them: a source each, so that one out of reach hides no other's harm. `{model}` and
* `{channel}` in an address are replaced, such as in `http://10.0.0.7:8080/v2/models/{model}/telemetry`. A server that does not
* know the model answers 404 and says nothing. Throws `INPUT_INVALID` for an address that is none.
*/
function httpTelemetry(addresses) {
	for (const address of addresses) assertAddress(address);
	return addresses.map((address) => ({ async read(model, channel) {
		const found = await readOne(fill(address, {
			model,
			channel
		}));
		return found === null ? [] : [found];
	} }));
}
async function readOne(address) {
	const response = await fetch(address, {
		headers: { accept: "application/json" },
		redirect: "error",
		signal: AbortSignal.timeout(timeoutMs)
	});
	if (response.status === 404) return null;
	if (!response.ok) throw new Error(`${address} answered ${response.status}`);
	const chunks = [];
	let size = 0;
	for await (const chunk of response.body ?? []) {
		size += chunk.byteLength;
		if (size > largestBytes) throw new Error(`${address} answered with more than ${largestBytes} bytes`);
		chunks.push(chunk);
	}
	return {
		source: address,
		text: Buffer.concat(chunks).toString("utf8")
	};
}
function fill(address, names) {
	return address.replace(/\{(model|channel)\}/g, (_, name) => encodeURIComponent(names[name]));
}
function assertAddress(address) {
	const url = URL.parse(fill(address, {
		model: "m",
		channel: "c"
	}));
	if (url?.protocol === "http:" || url?.protocol === "https:") return;
	throw new TidemarkError("INPUT_INVALID", `telemetry-urls: ${address.slice(0, 200)} is no address`, { hint: "Expected one address a line, such as https://models.example.com/v2/models/{model}/telemetry." });
}
// packages/rollout/src/tick/telemetry.ts
const deadAfterMs = 864e5;
/**
* Reads all sources; one that is out of reach leaves the others. A document that cannot be read is a fault, unless it was stored
* more than a day ago: a dead server's leftovers must not hold rollouts for good.
*/
async function readTelemetry(sources, { model, channel }, now) {
	const documents = [];
	const faults = [];
	const outages = [];
	const kept = [];
	for (const source of sources) try {
		for (const found of await source.read(model, channel)) {
			const parsed = parseTelemetry([found]);
			const [document] = parsed.documents;
			const at = document?.publishedAt ?? await source.writtenAt?.(found.source) ?? null;
			if (at !== null && source.remove) kept.push({
				source: found.source,
				at,
				seq: document?.rollout?.seq ?? null,
				remove: async () => source.remove(found.source)
			});
			if (document) documents.push(document);
			else if (at !== null && isDead(at, now)) outages.push(`${found.source} cannot be read and is older than a day: it is left out`);
			else faults.push(...parsed.faults);
		}
	} catch (error) {
		outages.push(error instanceof Error ? error.message : String(error));
	}
	return {
		documents,
		faults,
		outages,
		kept
	};
}
/**
* Removes what servers left that have said nothing for a day, but for the counts of rollouts that are under way. All models' looks
* together, since a server's models share a ref. What cannot be removed is left for the next tick.
*/
async function removeLeftovers(looks, now) {
	const needed = new Set();
	const dead = new Map();
	for (const { state, telemetry } of looks) {
		const isUnderWay = state.phase !== "promoted" && state.phase !== "rolled-back";
		for (const document of telemetry.kept) if (!isDead(document.at, now) || isUnderWay && document.seq === state.seq) needed.add(document.source);
		else dead.set(document.source, document);
	}
	for (const [source, { remove }] of dead) if (!needed.has(source)) await remove().catch(() => void 0);
}
/** Also what claims to be from a day ahead: no clock is that wrong for long. */
function isDead(at, now) {
	return Math.abs(Date.parse(now) - Date.parse(at)) > deadAfterMs;
}
// packages/rollout/src/tick/tick.ts
/**
* Takes one step in every rollout of the default branch's channels: opens it, starts, advances, holds, promotes or rolls back,
* and finishes what an earlier tick began. Level-triggered: it looks at what was merged, what is on record and what servers say, never
* at what woke it. Each transition is one compare-and-swap; a hold commits nothing; two ticks at once take one step. One channel's
* trouble does not keep the others from their turn.
*/
async function tickRollouts(registry, options) {
	const taken = [];
	const problems = [];
	const bugs = [];
	const ref = await registry.reviews.branchHead(await registry.reviews.defaultBranch());
	for (const named of ref === null ? [] : await listChannels(registry, ref)) try {
		const took = await takeTurn(registry, {
			...named,
			ref
		}, options);
		if (took === null) continue;
		taken.push(took);
		if (took.error) problems.push({
			...named,
			error: took.error
		});
	} catch (error) {
		if (error instanceof TidemarkError) problems.push({
			...named,
			error
		});
		else bugs.push(error);
	}
	if (bugs.length > 0) throw bugs[0];
	const looks = taken.flatMap(({ turn: { state }, telemetry }) => state && telemetry ? [{
		state,
		telemetry
	}] : []);
	if (looks.length > 0 && problems.length === 0) await removeLeftovers(looks, await registry.clock.now());
	return {
		turns: taken.map(({ turn }) => turn),
		problems
	};
}
async function takeTurn(registry, { model, channel, ref }, { sources, describeReturn }) {
	const { reviews, ledger, clock, policyRoot } = registry;
	const intent = await readChannel(reviews, policyRoot, {
		model,
		channel,
		ref
	});
	if (intent === null || await isSettled(ledger, intent, intent)) return null;
	const merged = await readOutcome(ledger, intent, "promotion.merged");
	if (merged === null) return null;
	if (await newestSettledSeq(ledger, intent, Number.POSITIVE_INFINITY) > intent.seq) return null;
	assertAccepted(intent, merged);
	const opened = await openOnRecord(registry, intent, ref);
	if (opened === null) {
		const tag = await settleMerged(registry, intent, merged);
		const reasons = ["model.yaml plans no rollout any more"];
		return {
			turn: {
				...unknown,
				model,
				channel,
				action: "promote",
				reasons,
				isCommitted: true,
				tag
			},
			telemetry: null
		};
	}
	const telemetry = await readTelemetry(sources, {
		model,
		channel
	}, await clock.now());
	const stepped = await stepOnRecord(registry, intent, telemetry);
	const turn = {
		...unknown,
		model,
		channel,
		...stepped,
		action: opened.isNew && stepped.action === "hold" ? "open" : stepped.action,
		isCommitted: opened.isNew || stepped.isCommitted,
		outages: telemetry.outages
	};
	try {
		return {
			turn: await finish(registry, turn, {
				intent,
				merged,
				describeReturn
			}),
			telemetry
		};
	} catch (error) {
		if (error instanceof TidemarkError) return {
			turn,
			telemetry,
			error
		};
		throw error;
	}
}
const unknown = {
	state: null,
	judgement: null,
	tag: null,
	returned: null,
	outages: []
};
/** What follows the end of a rollout. An end that is on record already is finished all the same: a tick may have died. */
async function finish(registry, turn, { intent, merged, describeReturn }) {
	const { state } = turn;
	if (state?.phase === "promoted") {
		await assertDue(registry, intent);
		await assertReplays(registry, state);
		const tag = await settleMerged(registry, intent, merged);
		return {
			...turn,
			action: "promote",
			tag
		};
	}
	if (state?.phase === "rolled-back") {
		const reasons = state.decision.reasons;
		const describe = (wanted) => describeReturn(state, wanted);
		const returned = await returnChannel(registry, {
			intent,
			reasons,
			describe
		});
		return {
			...turn,
			returned
		};
	}
	return turn;
}
export { addPoll as a, findRolloutReplayProblem as i, httpTelemetry as n, judgeCanary as o, rollBack as r, noEvidence as s, tickRollouts as t };
