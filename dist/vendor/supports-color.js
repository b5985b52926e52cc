import { r as e, t } from "../lazy/rolldown-runtime.js";
import { t as n } from "./has-flag.js";
var r = t(((t, r) => {
	let i = e(`os`), a = e(`tty`), o = n(), { env: s } = process, c;
	o(`no-color`) || o(`no-colors`) || o(`color=false`) || o(`color=never`) ? c = 0 : (o(`color`) || o(`colors`) || o(`color=true`) || o(`color=always`)) && (c = 1), `FORCE_COLOR` in s && (c = s.FORCE_COLOR === `true` ? 1 : s.FORCE_COLOR === `false` ? 0 : s.FORCE_COLOR.length === 0 ? 1 : Math.min(parseInt(s.FORCE_COLOR, 10), 3));
	function l(e) {
		return e !== 0 && {
			level: e,
			hasBasic: !0,
			has256: e >= 2,
			has16m: e >= 3
		};
	}
	function u(e, t) {
		if (c === 0) return 0;
		if (o(`color=16m`) || o(`color=full`) || o(`color=truecolor`)) return 3;
		if (o(`color=256`)) return 2;
		if (e && !t && c === void 0) return 0;
		let n = c || 0;
		if (s.TERM === `dumb`) return n;
		if (process.platform === `win32`) {
			let e = i.release().split(`.`);
			return Number(e[0]) >= 10 && Number(e[2]) >= 10586 ? Number(e[2]) >= 14931 ? 3 : 2 : 1;
		}
		if (`CI` in s) return [
			`TRAVIS`,
			`CIRCLECI`,
			`APPVEYOR`,
			`GITLAB_CI`,
			`GITHUB_ACTIONS`,
			`BUILDKITE`
		].some((e) => e in s) || s.CI_NAME === `codeship` ? 1 : n;
		if (`TEAMCITY_VERSION` in s) return +!!/^(9\.(0*[1-9]\d*)\.|\d{2,}\.)/.test(s.TEAMCITY_VERSION);
		if (s.COLORTERM === `truecolor`) return 3;
		if (`TERM_PROGRAM` in s) {
			let e = parseInt((s.TERM_PROGRAM_VERSION || ``).split(`.`)[0], 10);
			switch (s.TERM_PROGRAM) {
				case `iTerm.app`: return e >= 3 ? 3 : 2;
				case `Apple_Terminal`: return 2;
			}
		}
		return /-256(color)?$/i.test(s.TERM) ? 2 : /^screen|^xterm|^vt100|^vt220|^rxvt|color|ansi|cygwin|linux/i.test(s.TERM) || `COLORTERM` in s ? 1 : n;
	}
	function d(e) {
		return l(u(e, e && e.isTTY));
	}
	r.exports = {
		supportsColor: d,
		stdout: l(u(!0, a.isatty(1))),
		stderr: l(u(!0, a.isatty(2)))
	};
}));
export { r as t };
