const e = [
	{
		id: `html-script-open`,
		description: `<script opening tag`,
		pattern: /<script[\s>/]/i
	},
	{
		id: `html-script-close`,
		description: `<\/script closing tag`,
		pattern: /<\/script[\s>]/i
	},
	{
		id: `html-javascript-protocol`,
		description: `javascript: URI scheme (with optional whitespace/encoding)`,
		pattern: /j[\t\n\r ]*a[\t\n\r ]*v[\t\n\r ]*a[\t\n\r ]*s[\t\n\r ]*c[\t\n\r ]*r[\t\n\r ]*i[\t\n\r ]*p[\t\n\r ]*t[\t\n\r ]*:/i
	},
	{
		id: `html-vbscript-protocol`,
		description: `vbscript: URI scheme`,
		pattern: /vbscript[\t\n\r ]*:/i
	},
	{
		id: `html-data-html`,
		description: `data:text/html URI — can execute scripts in browsers`,
		pattern: /data[\t\n\r ]*:[\t\n\r ]*text\/html/i
	},
	{
		id: `html-data-xhtml`,
		description: `data:application/xhtml+xml URI`,
		pattern: /data[\t\n\r ]*:[\t\n\r ]*application\/xhtml/i
	},
	{
		id: `html-data-svg`,
		description: `data:image/svg+xml URI — can execute scripts`,
		pattern: /data[\t\n\r ]*:[\t\n\r ]*image\/svg\+xml/i
	},
	{
		id: `html-inline-event-handler`,
		description: `Inline event handler attributes: onclick=, onerror=, onload=, etc.`,
		pattern: /\bon\w{1,30}\s*=/i
	},
	{
		id: `html-entity-obfuscated-script`,
		description: `HTML-entity-encoded <script (e.g. &#x3C;script or &lt;script)`,
		pattern: /(?:&#x0*3[Cc];?|&#0*60;?|&lt;)\s*script/i
	},
	{
		id: `html-entity-obfuscated-javascript`,
		description: `HTML-entity-encoded javascript: (partial — catches common &#106; or &#x6a; for "j")`,
		pattern: /(?:&#x0*6[Aa];?|&#0*106;?)\s*(?:&#x0*61;?|a)[\s\S]{0,80}script\s*:/i
	},
	{
		id: `html-style-expression`,
		description: `CSS expression() — IE-era code execution in style attributes`,
		pattern: /style[\s\S]{0,20}expression\s*\(/i
	},
	{
		id: `html-object-embed`,
		description: `<object or <embed tags that can load active content`,
		pattern: /<(?:object|embed)[\s>/]/i
	},
	{
		id: `html-base-tag`,
		description: `<base href= — can hijack all relative URLs on a page`,
		pattern: /<base[\s>]/i
	},
	{
		id: `html-meta-refresh`,
		description: `<meta http-equiv="refresh" — can redirect users`,
		pattern: /<meta[\s\S]{0,40}http-equiv[\s\S]{0,20}refresh/i
	},
	{
		id: `html-srcdoc`,
		description: `srcdoc= attribute on iframes — embeds HTML that can run scripts`,
		pattern: /srcdoc\s*=/i
	},
	{
		id: `html-iframe`,
		description: `<iframe tag`,
		pattern: /<iframe[\s>/]/i
	},
	{
		id: `html-form`,
		description: `<form tag — can be used for phishing / credential harvesting injection`,
		pattern: /<form[\s>/]/i
	}
], t = [
	{
		id: `xml-cdata-injection`,
		description: `CDATA section injection: <![CDATA[ breaks out of text node context`,
		pattern: /<!\[CDATA\[/i
	},
	{
		id: `xml-cdata-close`,
		description: `CDATA close sequence: ]]> can terminate an enclosing CDATA section`,
		pattern: /\]\]>/
	},
	{
		id: `xml-processing-instruction`,
		description: `XML processing instruction: <?xml-stylesheet or <?php etc.`,
		pattern: /<\?(?:xml[\- ]|php|asp)/i
	},
	{
		id: `xml-doctype-injection`,
		description: `DOCTYPE declaration embedded in content — can define entities`,
		pattern: /<!DOCTYPE(?:[\s[]|$)/i
	},
	{
		id: `xml-entity-system`,
		description: `SYSTEM keyword — used in external entity declarations (XXE)`,
		pattern: /\bSYSTEM\s+["']/i
	},
	{
		id: `xml-entity-public`,
		description: `PUBLIC keyword — used in external entity declarations (XXE)`,
		pattern: /\bPUBLIC\s+["']/i
	},
	{
		id: `xml-entity-declaration`,
		description: `<!ENTITY declaration — defines entities, potential XXE or entity expansion`,
		pattern: /<!ENTITY[\s%]/i
	},
	{
		id: `xml-billion-laughs`,
		description: `Entity reference chaining / billion laughs: repeated &eX; style references`,
		pattern: /(?:&\w{1,20};){3,}/
	},
	{
		id: `xml-namespace-confusion`,
		description: `xmlns: attribute injection — can redefine namespaces to confuse parsers`,
		pattern: /\bxmlns(?::\w{1,40})?\s*=/i
	},
	{
		id: `xml-comment-injection`,
		description: `<!-- comment injection — can hide content from some parsers`,
		pattern: /<!--/
	},
	{
		id: `xml-comment-close`,
		description: `--> closes an enclosing XML comment`,
		pattern: /-->/
	},
	{
		id: `xml-pi-close`,
		description: `?> closes an enclosing processing instruction`,
		pattern: /\?>/
	}
], n = [
	{
		id: `svg-script-element`,
		description: `<script element inside SVG executes JavaScript`,
		pattern: /<script[\s>/]/i
	},
	{
		id: `svg-xlink-href-javascript`,
		description: `xlink:href with javascript: — classic SVG XSS via <a> or <use>`,
		pattern: /xlink\s*:\s*href\s*=\s*["']?\s*javascript\s*:/i
	},
	{
		id: `svg-href-javascript`,
		description: `href= with javascript: in SVG context (<a>, <animate>, etc.)`,
		pattern: /href\s*=\s*["']?\s*javascript\s*:/i
	},
	{
		id: `svg-foreignobject`,
		description: `<foreignObject embeds HTML inside SVG — can execute scripts`,
		pattern: /<foreignObject[\s>/]/i
	},
	{
		id: `svg-use-external`,
		description: `<use xlink:href or href pointing to external resource (non-fragment URL)`,
		pattern: /<use[\s\S]{0,60}(?:xlink\s*:\s*)?href\s*=\s*(?:["'][^#]|[^"'#\s>])/i
	},
	{
		id: `svg-animate-href`,
		description: `<animate attributeName="href" — can dynamically change href to javascript:`,
		pattern: /<animate[\s\S]{0,80}attributeName\s*=\s*["'][\s]*href["']/i
	},
	{
		id: `svg-animate-xlinkhref`,
		description: `<animate attributeName="xlink:href"`,
		pattern: /<animate[\s\S]{0,80}attributeName\s*=\s*["'][\s]*xlink\s*:\s*href["']/i
	},
	{
		id: `svg-set-javascript`,
		description: `<set to="javascript:..." — sets an attribute to a javascript: URI`,
		pattern: /<set[\s\S]{0,80}to\s*=\s*["']?\s*javascript\s*:/i
	},
	{
		id: `svg-event-handler`,
		description: `SVG-specific event handler attributes: onload=, onerror=, onactivate=, etc.`,
		pattern: /\bon(?:load|error|activate|begin|end|repeat|focus|blur|click|mouse\w{1,20}|key\w{1,20})\s*=/i
	},
	{
		id: `svg-handler-generic`,
		description: `Generic on* handler catch-all for SVG attributes`,
		pattern: /\bon\w{1,30}\s*=/i
	},
	{
		id: `svg-filter-feimage`,
		description: `<feImage href= — filter primitive that can load external resources`,
		pattern: /<feImage[\s\S]{0,80}(?:xlink\s*:\s*)?href\s*=/i
	},
	{
		id: `svg-image-external`,
		description: `<image xlink:href with http/https or javascript protocol`,
		pattern: /<image[\s\S]{0,80}(?:xlink\s*:\s*)?href\s*=\s*["']?\s*(?:https?|javascript)\s*:/i
	},
	{
		id: `svg-style-javascript`,
		description: `style= attribute containing javascript: (e.g. background:url(javascript:...))`,
		pattern: /style\s*=[\s\S]{0,60}javascript\s*:/i
	}
], r = [
	{
		id: `sql-block-comment-open`,
		description: `SQL block comment open: /* ... */ — unusual in legitimate user text`,
		pattern: /\/\*/
	},
	{
		id: `sql-union-select`,
		description: `UNION SELECT — most common SQL injection aggregation attack`,
		pattern: /\bUNION\s{1,20}(?:ALL\s{1,20})?SELECT\b/i
	},
	{
		id: `sql-drop-table`,
		description: `DROP TABLE — destructive DDL injection`,
		pattern: /\bDROP\s{1,20}TABLE\b/i
	},
	{
		id: `sql-drop-database`,
		description: `DROP DATABASE — destructive DDL injection`,
		pattern: /\bDROP\s{1,20}DATABASE\b/i
	},
	{
		id: `sql-insert-into`,
		description: `INSERT INTO — data injection`,
		pattern: /\bINSERT\s{1,20}INTO\b/i
	},
	{
		id: `sql-delete-from`,
		description: `DELETE FROM — data deletion injection`,
		pattern: /\bDELETE\s{1,20}FROM\b/i
	},
	{
		id: `sql-update-set`,
		description: `UPDATE ... SET — data modification injection`,
		pattern: /\bUPDATE\b[\s\S]{1,60}\bSET\b/i
	},
	{
		id: `sql-exec-xp`,
		description: `EXEC xp_ — MSSQL extended stored procedure execution`,
		pattern: /\bEXEC(?:UTE)?\s{1,20}xp_/i
	},
	{
		id: `sql-tautology-string`,
		description: `Classic string tautology: ' OR '1'='1 or " OR "1"="1"`,
		pattern: /'\s{0,10}OR\s{0,10}'[^']{0,20}'\s*=\s*'[^']{0,20}/i
	},
	{
		id: `sql-tautology-numeric`,
		description: `Numeric tautology: OR 1=1`,
		pattern: /\bOR\s{1,10}1\s*=\s*1\b/i
	},
	{
		id: `sql-always-true-zero`,
		description: `Numeric tautology: OR 0=0`,
		pattern: /\bOR\s{1,10}0\s*=\s*0\b/i
	},
	{
		id: `sql-sleep-benchmark`,
		description: `Time-based blind injection: SLEEP() or BENCHMARK()`,
		pattern: /\b(?:SLEEP|BENCHMARK)\s*\(/i
	},
	{
		id: `sql-waitfor-delay`,
		description: `MSSQL time-based blind injection: WAITFOR DELAY`,
		pattern: /\bWAITFOR\s{1,20}DELAY\b/i
	},
	{
		id: `sql-char-function`,
		description: `CHAR() function — used to obfuscate injected strings`,
		pattern: /\bCHAR\s*\(\s*\d{1,3}/i
	},
	{
		id: `sql-information-schema`,
		description: `INFORMATION_SCHEMA — reconnaissance query for table/column enumeration`,
		pattern: /\bINFORMATION_SCHEMA\b/i
	}
], i = [
	{
		id: `shell-path-traversal-unix`,
		description: `Unix path traversal: ../  — climbing the directory tree`,
		pattern: /\.\.\//
	},
	{
		id: `shell-path-traversal-windows`,
		description: `Windows path traversal: ..\\ — climbing the directory tree`,
		pattern: /\.\.\\/
	},
	{
		id: `shell-path-traversal-encoded`,
		description: `URL-encoded path traversal: %2e%2e or %2f variants`,
		pattern: /%2e%2e|%2f\.\.|\.\.%2f/i
	},
	{
		id: `shell-null-byte`,
		description: `Null byte injection: \\x00 or %00 — truncates strings in C-backed functions`,
		pattern: /\x00|%00/
	},
	{
		id: `shell-semicolon`,
		description: `Semicolon command separator: cmd1; cmd2`,
		pattern: /;/
	},
	{
		id: `shell-pipe`,
		description: `Pipe operator: cmd1 | cmd2`,
		pattern: /\|/
	},
	{
		id: `shell-and-operator`,
		description: `AND operator: cmd1 && cmd2`,
		pattern: /&&/
	},
	{
		id: `shell-or-operator`,
		description: `OR operator: cmd1 || cmd2`,
		pattern: /\|\|/
	},
	{
		id: `shell-backtick`,
		description: "Backtick command substitution: `cmd`",
		pattern: /`/
	},
	{
		id: `shell-dollar-paren`,
		description: `Dollar-paren command substitution: $(cmd)`,
		pattern: /\$\(/
	},
	{
		id: `shell-dollar-brace`,
		description: "Dollar-brace variable expansion: ${var} — can be abused for injection",
		pattern: /\$\{/
	},
	{
		id: `shell-redirect-out`,
		description: `Output redirection: cmd > file or cmd >> file`,
		pattern: />{1,2}/
	},
	{
		id: `shell-redirect-in`,
		description: `Input redirection: cmd < file`,
		pattern: /</
	},
	{
		id: `shell-newline-injection`,
		description: `Newline injection: \\n or \\r — can inject new shell commands`,
		pattern: /[\n\r]/
	},
	{
		id: `shell-glob-star`,
		description: `Glob expansion: * or ? — can expand to unintended files`,
		pattern: /[/\\][*?]/
	},
	{
		id: `shell-absolute-root`,
		description: `Absolute root path injection: string starting with / or \\ (Windows UNC)`,
		pattern: /^(?:\/|\\\\)/
	},
	{
		id: `shell-windows-drive`,
		description: `Windows drive letter path injection: C:\\ or D:/`,
		pattern: /^[a-zA-Z]:[/\\]/
	},
	{
		id: `shell-curl-wget`,
		description: `curl/wget with URL or flags — can exfiltrate data or download payloads`,
		pattern: /\b(?:curl|wget)\s+(?:https?:\/\/|ftp:\/\/|-)/i
	}
], a = [
	{
		id: `redos-nested-quantifier-plus`,
		description: `Nested + quantifier inside a group with outer quantifier: (a+)+, (.+b)*, etc.`,
		pattern: /\([^)]*\+[^)]*\)[+*]/
	},
	{
		id: `redos-nested-quantifier-star`,
		description: `Nested * quantifier: (a*)* or (a*)+ — catastrophic backtracking`,
		pattern: /\([^)]*\*[^)]*\)[*+]/
	},
	{
		id: `redos-nested-groups`,
		description: `Doubly nested quantified groups: ((a+)+) — guaranteed catastrophic`,
		pattern: /\(\([^)]{0,40}\)[+*]\)[+*]/
	},
	{
		id: `redos-alternation-overlap`,
		description: `Overlapping alternation under quantifier: (a|a)+ — ambiguous NFA paths`,
		pattern: /\(([^|()]{1,20})\|(?:\1)(?:\|[^|()]{1,20}){0,5}\)[+*?]{1,2}/
	},
	{
		id: `redos-star-plus-concat`,
		description: `(x*x)+ pattern — triggers super-linear backtracking`,
		pattern: /\([^)]{0,10}\*[^)]{0,10}\)[+*]/
	},
	{
		id: `redos-dot-star-greedy`,
		description: `(.*){n,} or (.+){n,} — repeated greedy dot quantifiers`,
		pattern: /\(\.[*+]\)\{?\d/
	},
	{
		id: `redos-large-repetition`,
		description: `Very large fixed or range repetition count {1000,} or {1000,n} — denial of service via backtracking`,
		pattern: /\{\d{4,}(?:,\d*)?\}/
	},
	{
		id: `redos-catastrophic-alternation`,
		description: `Long alternation with many similar branches — polynomial backtracking risk`,
		pattern: /\([^)]{0,200}(?:\|[^|)]{0,50}){9,}\)/
	}
], o = `["'\\s]*:`, s = [
	{
		id: `nosql-where-operator`,
		description: `$where — executes arbitrary JavaScript server-side in MongoDB`,
		pattern: RegExp(`\\$where${o}`, `i`)
	},
	{
		id: `nosql-ne-operator`,
		description: `$ne — "not equal" operator used to bypass equality checks`,
		pattern: RegExp(`\\$ne${o}`, `i`)
	},
	{
		id: `nosql-gt-operator`,
		description: `$gt — "greater than" used to bypass password/value checks`,
		pattern: RegExp(`\\$gte?${o}`, `i`)
	},
	{
		id: `nosql-lt-operator`,
		description: `$lt / $lte — "less than" bypass variants`,
		pattern: RegExp(`\\$lte?${o}`, `i`)
	},
	{
		id: `nosql-regex-operator`,
		description: `$regex — can be used to extract data character by character (blind injection)`,
		pattern: RegExp(`\\$regex${o}`, `i`)
	},
	{
		id: `nosql-or-operator`,
		description: `$or — logical OR; used to create always-true conditions`,
		pattern: RegExp(`\\$or${o}\\s*\\[`, `i`)
	},
	{
		id: `nosql-and-operator`,
		description: `$and — logical AND operator injection`,
		pattern: RegExp(`\\$and${o}\\s*\\[`, `i`)
	},
	{
		id: `nosql-nor-operator`,
		description: `$nor — logical NOR operator injection`,
		pattern: RegExp(`\\$nor${o}\\s*\\[`, `i`)
	},
	{
		id: `nosql-exists-operator`,
		description: `$exists — can enumerate fields to determine schema`,
		pattern: RegExp(`\\$exists${o}`, `i`)
	},
	{
		id: `nosql-in-operator`,
		description: `$in — matches any value in a list; can enumerate values`,
		pattern: RegExp(`\\$in${o}\\s*\\[`, `i`)
	},
	{
		id: `nosql-expr-operator`,
		description: `$expr — allows aggregation expressions in queries (MongoDB 3.6+)`,
		pattern: RegExp(`\\$expr${o}`, `i`)
	},
	{
		id: `nosql-function-operator`,
		description: `$function — executes arbitrary JavaScript in MongoDB 4.4+`,
		pattern: RegExp(`\\$function${o}`, `i`)
	},
	{
		id: `nosql-accumulator-operator`,
		description: `$accumulator — custom aggregation with arbitrary JS execution`,
		pattern: RegExp(`\\$accumulator${o}`, `i`)
	},
	{
		id: `nosql-proto-pollution`,
		description: `__proto__ — prototype pollution via object key injection`,
		pattern: /__proto__/
	},
	{
		id: `nosql-constructor-prototype`,
		description: `constructor.prototype — alternative prototype pollution vector (dot notation or JSON key)`,
		pattern: /constructor[\s"':.,{\[]*prototype/i
	},
	{
		id: `nosql-proto-bracket`,
		description: `["__proto__"] — bracket-notation prototype pollution`,
		pattern: /\[["']__proto__["']\]/
	}
], c = [
	{
		id: `log-crlf-injection`,
		description: `CRLF injection: literal \\r or \\n embeds fake log lines`,
		pattern: /[\r\n]/
	},
	{
		id: `log-url-encoded-crlf`,
		description: `URL-encoded CRLF: %0d, %0a, %0D, %0A — decoded by some log parsers`,
		pattern: /%0[dDaA]/
	},
	{
		id: `log-unicode-newline`,
		description: `Unicode newline variants: U+2028 (line separator), U+2029 (paragraph separator)`,
		pattern: /[\u2028\u2029]/
	},
	{
		id: `log-log4shell-jndi`,
		description: "Log4Shell: ${jndi:...} triggers remote code execution in Apache Log4j",
		pattern: /\$\{jndi\s*:/i
	},
	{
		id: `log-log4shell-obfuscated`,
		description: "Obfuscated Log4Shell: ${::-j}... lookup-bypass prefix used to evade WAF detection",
		pattern: /\$\{::-/
	},
	{
		id: `log-log4j-lookup`,
		description: "Log4j lookup syntax: ${env:...}, ${sys:...}, ${ctx:...} — data exfiltration",
		pattern: /\$\{(?:env|sys|ctx|main|map|sd|web|docker|k8s|spring)\s*:/i
	},
	{
		id: `log-ssti-double-brace`,
		description: `SSTI double-brace: {{expression}} — Jinja2, Twig, Handlebars, etc.`,
		pattern: /\{\{[\s\S]{0,80}\}\}/
	},
	{
		id: `log-ssti-hash-brace`,
		description: `SSTI hash-brace: #{expression} — Thymeleaf, Velocity, Ruby ERB`,
		pattern: /#\{[\s\S]{0,80}\}/
	},
	{
		id: `log-ssti-dollar-brace`,
		description: "SSTI/EL injection: ${expression with operators or method calls} — JSP EL, Freemarker, SpEL",
		pattern: /\$\{[^}]*(?:\.|\(|\*|\+|\bclass\b|\bruntime\b|\bprocess\b|\bexec\b)[^}]{0,80}\}/i
	},
	{
		id: `log-ssti-percent-tag`,
		description: `SSTI ERB/ASP tag: <%= expression %> — Ruby ERB, ASP`,
		pattern: /<%=[\s\S]{0,80}%>/
	},
	{
		id: `log-null-byte`,
		description: `Null byte: \\x00 or %00 — can truncate log entries in C-backed loggers`,
		pattern: /\x00|%00/
	},
	{
		id: `log-ansi-escape`,
		description: `ANSI escape sequence: ESC[ — can manipulate terminal output when logs are tailed`,
		pattern: /\x1b\[/
	}
], l = [
	{
		id: `sql-line-comment`,
		description: `SQL line comment: -- followed by whitespace or end of string`,
		pattern: /--(?:\s|$)/
	},
	{
		id: `sql-stacked-query`,
		description: `Stacked queries: semicolon immediately followed by a SQL keyword`,
		pattern: /;\s{0,10}(?:SELECT|INSERT|UPDATE|DELETE|DROP|CREATE|ALTER|EXEC)\b/i
	},
	{
		id: `sql-hex-encoding`,
		description: `Hex-encoded string injection: 0x41414141 style (MySQL)`,
		pattern: /\b0x[0-9a-f]{4,}/i
	}
], u = [...r, ...l], d = Object.freeze({
	colon: `:`,
	Tab: `	`,
	NewLine: `
`
}), f = /&(?:#[xX]0*([0-9a-fA-F]{1,6});?|#0*([0-9]{1,7});?|([a-zA-Z][a-zA-Z0-9]{1,15});)/g;
function p(e) {
	return e.indexOf(`&`) === -1 ? e : e.replace(f, (e, t, n, r) => {
		if (r !== void 0) return Object.prototype.hasOwnProperty.call(d, r) ? d[r] : e;
		let i = t === void 0 ? parseInt(n, 10) : parseInt(t, 16);
		return !Number.isFinite(i) || i > 1114111 ? e : String.fromCodePoint(i);
	});
}
e.label = `HTML`, t.label = `XML`, n.label = `SVG`, e.decodeEntities = !0, t.decodeEntities = !0, n.decodeEntities = !0, r.label = `SQL`, u.label = `SQL-STRICT`, i.label = `SHELL`, a.label = `REDOS`, s.label = `NOSQL`, c.label = `LOG`, Object.freeze({
	HTML: e,
	XML: t,
	SVG: n,
	SQL: r,
	"SQL-STRICT": u,
	SHELL: i,
	REDOS: a,
	NOSQL: s,
	LOG: c
});
function m(e) {
	if (typeof e != `string`) throw TypeError(`is-unsafe: first argument must be a string, got ${typeof e}`);
}
function h(e) {
	if (!(e instanceof RegExp)) {
		if (Array.isArray(e)) {
			if (e.length === 0) throw TypeError(`is-unsafe: context must not be an empty array`);
			if (Array.isArray(e[0])) {
				for (let t of e) if (!Array.isArray(t) || t.length === 0) throw TypeError(`is-unsafe: each context in the array must be a non-empty pattern array (PatternList)`);
			}
		} else throw TypeError(`is-unsafe: second argument must be a PatternList (e.g. HTML), an array of PatternLists (e.g. [HTML, XML]), or a RegExp. Got: ${typeof e}`);
	}
}
function g(e) {
	return e instanceof RegExp ? {
		lists: null,
		regex: e
	} : Array.isArray(e[0]) ? {
		lists: e,
		regex: null
	} : {
		lists: [e],
		regex: null
	};
}
function _(e, t) {
	if (!t.decodeEntities) return null;
	let n = p(e);
	return n === e ? null : n;
}
function v(e, t) {
	let n = t.label ?? `CUSTOM`, r = _(e, t);
	for (let i of t) if (i.pattern.test(e) || r !== null && i.pattern.test(r)) return {
		context: n,
		id: i.id,
		description: i.description,
		pattern: i.pattern
	};
	return null;
}
function y(e, t) {
	m(e), h(t);
	let { lists: n, regex: r } = g(t);
	if (r) return r.test(e);
	for (let t of n) if (v(e, t) !== null) return !0;
	return !1;
}
export { t as n, e as r, y as t };
