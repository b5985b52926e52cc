import { C as TidemarkError, D as sha256 } from "./start.js";
// packages/notify/src/post.ts
const mostTries = 4;
const longestWaitMs = 6e4;
/**
* Posts JSON to an address that is a secret, or holds one. 429, 5xx, silence and broken connections are tried again; a redirect is
* not followed, since the secret would go where nobody named. Throws `NOTIFICATION_FAILED`, which tells the receiver's name and
* never the address, the message or the answer's text: each may hold the secret.
*/
async function postJson({ to, address, body }, { timeoutMs = 1e4, wait = sleep } = {}) {
	const text = JSON.stringify(body);
	for (let tries = 1;; tries++) {
		const answer = await tryOnce(address, text, timeoutMs);
		if (answer.outcome === "taken") return;
		if (answer.outcome === "refused" || tries === mostTries) throw new TidemarkError("NOTIFICATION_FAILED", `${to} did not take the alert: ${answer.reason}`, { hint: answer.outcome === "refused" ? `Check the secret that holds ${to}’s address or key; it may have been revoked.` : `${to} was tried ${mostTries} times. The issue and the registry tell the same; nothing else has to be done.` });
		await wait(Math.min(longestWaitMs, answer.waitMs ?? 1e3 * 4 ** (tries - 1)));
	}
}
async function tryOnce(url, body, timeoutMs) {
	try {
		const response = await fetch(url, {
			method: "POST",
			headers: {
				"content-type": "application/json",
				"user-agent": "tidemark"
			},
			body,
			redirect: "manual",
			signal: AbortSignal.timeout(timeoutMs)
		});
		await response.body?.cancel();
		const { status, headers } = response;
		if (status >= 200 && status < 300) return { outcome: "taken" };
		if (status === 429 || status >= 500) {
			const seconds = Number(headers.get("retry-after") ?? NaN);
			return {
				outcome: "again",
				reason: `it answered ${status}`,
				waitMs: Number.isFinite(seconds) && seconds >= 0 ? seconds * 1e3 : void 0
			};
		}
		return {
			outcome: "refused",
			reason: `it answered ${status}${status >= 300 && status < 400 ? ", a redirect, which is not followed" : ""}`
		};
	} catch (error) {
		const { name, cause } = error;
		const code = cause?.code;
		return {
			outcome: "again",
			reason: name === "TimeoutError" ? `no answer within ${timeoutMs / 1e3} s` : typeof code === "string" && /^[A-Z_]{3,40}$/.test(code) ? `the connection failed (${code})` : "the connection failed"
		};
	}
}
/** An address of https, or of http on this machine. Throws `INPUT_INVALID`, which says not a word of what was given: it is a secret. */
function readAddress(to, address) {
	const url = URL.canParse(address) ? new URL(address) : void 0;
	const isHere = url !== void 0 && /^(127\.0\.0\.1|\[::1\]|localhost)$/.test(url.hostname);
	if (url !== void 0 && url.username === "" && (url.protocol === "https:" || url.protocol === "http:" && isHere)) return url;
	throw new TidemarkError("INPUT_INVALID", `the address given for ${to} is no https address`, { hint: `Store the whole address that ${to} shows, from https:// on, as the secret.` });
}
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
// packages/notify/src/text.ts
/** One line of a user's text, cut to a length: no control or bidirectional characters, which would change how the rest reads. */
function oneLine(text, longest) {
	const line = text.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
	return line.length <= longest ? line : `${[...line.slice(0, longest * 2)].slice(0, longest - 1).join("")}…`;
}
/** An http(s) address that holds no character which any of the formats reads, or undefined. */
function safeUrl(url) {
	if (!URL.canParse(url)) return void 0;
	const { protocol, href } = new URL(url);
	if (protocol !== "https:" && protocol !== "http:") return void 0;
	return href.replace(/[<>|"'()[\]\\`*_]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
// packages/notify/src/pager-duty.ts
const events = "https://events.pagerduty.com/v2/enqueue";
const mostFacts$2 = 50;
/** A PagerDuty service by the routing key of its Events API v2 integration. `address` is another region's. Throws `INPUT_INVALID`. */
function pagerDutyAlerts(routingKey, { address = events, ...sending } = {}) {
	if (!/^[0-9A-Za-z]{32}$/.test(routingKey)) throw new TidemarkError("INPUT_INVALID", "the routing key given for PagerDuty is not one", { hint: "Store the 32 characters of the integration key (Events API v2) as the secret." });
	const to = readAddress("PagerDuty", address);
	return {
		name: "PagerDuty",
		send: (alert) => postJson({
			to: "PagerDuty",
			address: to,
			body: {
				routing_key: routingKey,
				...pagerDutyEvent(alert)
			}
		}, sending)
	};
}
/** The same key opens and resolves, so that one drift is one incident however often it is told. */
function pagerDutyEvent({ key, state, severity, title, source, facts, links }) {
	const dedup_key = sha256(key);
	if (state === "resolved") return {
		event_action: "resolve",
		dedup_key
	};
	return {
		event_action: "trigger",
		dedup_key,
		client: "Tidemark",
		payload: {
			summary: oneLine(title, 1e3),
			source: oneLine(source, 200),
			severity,
			custom_details: Object.fromEntries(facts.slice(0, mostFacts$2).map(({ name, value }) => [oneLine(name, 100), oneLine(value, 1e3)]))
		},
		links: links.slice(0, 10).flatMap((link) => {
			const href = safeUrl(link.url);
			return href === void 0 ? [] : [{
				href,
				text: oneLine(link.title, 100)
			}];
		})
	};
}
// packages/notify/src/slack.ts
/** Slack takes 150 characters in a header and 3,000 in a text. */
const longestHeader = 150;
const longestText = 2800;
const mostFacts$1 = 20;
/** A Slack channel by its incoming webhook. Throws `INPUT_INVALID` where it is no https address. */
function slackAlerts(webhook, sending) {
	const address = readAddress("Slack", webhook);
	return {
		name: "Slack",
		send: (alert) => postJson({
			to: "Slack",
			address,
			body: slackMessage(alert)
		}, sending)
	};
}
/**
* All that users wrote is `plain_text`, in which Slack reads no mention, link or emoji; the `text` for notifications is escaped.
*/
function slackMessage({ state, title, facts, links }) {
	const heading = oneLine(`${state === "resolved" ? "✅" : "⚠️"} ${title}`, longestHeader);
	const lines = facts.slice(0, mostFacts$1).map(({ name, value }) => `${oneLine(name, 100)}: ${oneLine(value, 400)}`);
	const anchors = links.flatMap((link) => {
		const url = safeUrl(link.url);
		return url === void 0 ? [] : [`<${url}|${escapeText(oneLine(link.title, 100))}>`];
	});
	return {
		text: escapeText(heading),
		blocks: [
			{
				type: "header",
				text: plain(heading)
			},
			...lines.length === 0 ? [] : [{
				type: "section",
				text: plain(lines.join("\n").slice(0, longestText))
			}],
			...anchors.length === 0 ? [] : [{
				type: "context",
				elements: [{
					type: "mrkdwn",
					text: anchors.join(" · "),
					verbatim: true
				}]
			}]
		]
	};
}
const plain = (text) => ({
	type: "plain_text",
	text,
	emoji: false
});
/** The three characters that Slack's `text` reads, and those that could begin a mention in it. */
const escapeText = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replace(/[@*_~`]/g, "$&​");
// packages/notify/src/teams.ts
const mostFacts = 20;
/** A Microsoft Teams channel by the webhook of a workflow, which takes Adaptive Cards alone. Throws `INPUT_INVALID` where it is no https address. */
function teamsAlerts(webhook, sending) {
	const address = readAddress("Microsoft Teams", webhook);
	return {
		name: "Microsoft Teams",
		send: (alert) => postJson({
			to: "Microsoft Teams",
			address,
			body: teamsMessage(alert)
		}, sending)
	};
}
/** All text is in runs of a `RichTextBlock`: a `TextBlock` or a `FactSet` would read Markdown in it. */
function teamsMessage({ state, title, facts, links }) {
	const run = (text, style = {}) => ({
		type: "TextRun",
		text,
		...style
	});
	const line = (...inlines) => ({
		type: "RichTextBlock",
		inlines
	});
	const actions = links.slice(0, 6).flatMap((link) => {
		const url = safeUrl(link.url);
		return url === void 0 ? [] : [{
			type: "Action.OpenUrl",
			title: oneLine(link.title, 100),
			url
		}];
	});
	return {
		type: "message",
		attachments: [{
			contentType: "application/vnd.microsoft.card.adaptive",
			contentUrl: null,
			content: {
				$schema: "http://adaptivecards.io/schemas/adaptive-card.json",
				type: "AdaptiveCard",
				version: "1.4",
				body: [line(run(oneLine(title, 250), {
					weight: "Bolder",
					size: "Medium",
					color: state === "resolved" ? "Good" : "Attention"
				})), ...facts.slice(0, mostFacts).map(({ name, value }) => line(run(`${oneLine(name, 100)}: `, { weight: "Bolder" }), run(oneLine(value, 400))))],
				...actions.length === 0 ? {} : { actions }
			}
		}]
	};
}
export { slackAlerts as n, pagerDutyAlerts as r, teamsAlerts as t };
