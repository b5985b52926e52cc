import { c as connectComments } from "../lib/github.js";
import { n as keepComment } from "../lib/registry.js";
import { A as renderDataComment, O as dataCommentMarker } from "../lib/reports.js";
import { C as TidemarkError } from "../lib/start.js";
// actions/validate-data/src/comment.ts
/**
* Keeps one comment on the pull request with what the summary says. A pull request from a fork has a token that may not write, and
* must not be given another one in a job that reads its files: there the summary is all.
*/
async function comment(context, subject, parts) {
	const { inputs, github } = context;
	const { commentToken: token } = inputs;
	if (token === void 0) return;
	const { pull_request: pullRequest } = github.event;
	const { number, head } = pullRequest ?? {};
	if (!Number.isSafeInteger(number)) return context.log("No pull request started this run: there is nothing to comment on.");
	if (head?.repo?.full_name !== github.repository) return context.log("The pull request comes from a fork: the job’s summary has what the comment would say.");
	const marker = dataCommentMarker(subject);
	const commit = typeof head.sha === "string" && /^[0-9a-f]{40,64}$/.test(head.sha) ? head.sha : github.sha;
	const body = renderDataComment({
		marker,
		commit,
		runUrl: github.runUrl,
		parts
	});
	try {
		const comments = await connectComments({
			token,
			repository: github.repository,
			apiUrl: github.apiUrl
		});
		const done = await keepComment(comments, {
			pullRequest: number,
			marker,
			body
		});
		context.log(`The comment on #${number}: ${done}.`);
	} catch (error) {
		if (error instanceof TidemarkError) return context.annotate({
			level: "warning",
			title: error.code,
			message: `${error.message}. ${error.hint}`
		});
		const { status } = error;
		if (typeof status !== "number") throw error;
		context.annotate({
			level: "warning",
			message: `The comment on #${number} was not written: GitHub answered ${status}.`
		});
	}
}
/** The context with its summary kept, for `comment`. */
function keepSummary(context) {
	const parts = [];
	return {
		parts,
		context: {
			...context,
			summary(markdown) {
				parts.push(markdown);
				context.summary(markdown);
			}
		}
	};
}
export { comment, keepSummary };
