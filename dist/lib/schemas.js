import { _ as string, a as array, c as int, d as literal, f as number, g as strictObject, h as record, i as _null, l as json, m as partialRecord, o as boolean, r as _enum, s as discriminatedUnion, x as url, y as union } from "../vendor/zod.js";
import { A as Login, D as sha256, E as digestOf, F as Timestamp, I as Version, M as RelativePath, N as RepositoryName, P as Sha256, T as canonicalJson, j as Name, k as GitSha } from "./start.js";
// packages/schemas/src/rollback-rule.ts
/** When the monitor itself proposes that a channel goes back to the version before. Windows that fail count, warnings never do. */
const RollbackRule = strictObject({
	channel: Name.default("production"),
	/** Which windows count: how the version’s own predictions came out, drift of the data, or whichever meets the number first. */
	on: _enum([
		"performance",
		"drift",
		"either"
	]).default("performance"),
	/** How many of the newest windows with a verdict must fail, one after the other. */
	windows: int().min(1).max(60).default(2)
});
// packages/schemas/src/facts.ts
const Count$5 = int().min(0);
const Text$2 = string().max(4096);
const Verdict = _enum([
	"pass",
	"fail",
	"inconclusive"
]);
/** How facts name each other: where the document lies on the registry branch and the SHA-256 of its canonical JSON. */
const FactReference = strictObject({
	path: RelativePath,
	sha256: Sha256
});
const FileDigest = strictObject({
	path: RelativePath,
	sizeBytes: Count$5,
	sha256: Sha256
});
/** A bound of numbers, or of dates and times as text. */
const Extreme = union([number(), string().max(64)]);
/** What was counted is there where a validation counted it. */
const DatasetColumn = strictObject({
	name: string(),
	type: string(),
	/** Rows without a value. */
	nulls: Count$5.optional(),
	/** Different values; left out where next to every row has another one. */
	distinct: Count$5.optional(),
	/** Of finite numbers, dates and times in columns that the contract calls public. */
	minimum: Extreme.optional(),
	maximum: Extreme.optional()
});
/** What folders named `name=value` give the columns of a file below them; null is Hive's default partition. */
const FilePartition = record(string().min(1).max(4096), Text$2.nullable());
/**
* Files of data under one digest, which covers their content, their order and what folders give as columns; not where else the
* files lie.
*/
const Dataset = strictObject({
	schema: literal("tidemark/dataset/v1"),
	model: Name,
	/** The contract's schema object that the files hold. */
	name: string().min(1).max(200),
	digest: Sha256,
	files: array(FileDigest.extend({
		rows: Count$5,
		partition: FilePartition.optional()
	})).min(1).max(1e5),
	rows: Count$5,
	columns: array(DatasetColumn).max(1e4)
});
const ViolationAction = _enum([
	"fail",
	"drop",
	"quarantine"
]);
/** A contract's verdict on a dataset. Its id is the digest of (dataset, contract, handling of violations). */
const Validation = strictObject({
	schema: literal("tidemark/validation/v1"),
	model: Name,
	id: Sha256,
	dataset: Sha256,
	contract: strictObject({
		id: Text$2,
		version: Text$2,
		sha256: Sha256
	}),
	violations: strictObject({
		action: ViolationAction,
		maxShare: number().min(0).max(1)
	}),
	verdict: Verdict,
	rows: Count$5,
	rejectedRows: Count$5,
	checks: array(strictObject({
		id: Text$2,
		column: Text$2.optional(),
		kind: Text$2,
		description: Text$2,
		severity: _enum(["error", "warning"]),
		verdict: Verdict,
		rows: Count$5,
		failedRows: Count$5.nullable(),
		expected: Text$2,
		observed: Text$2,
		/** Where the first failing rows are: numbers only, never values. */
		samples: array(strictObject({
			file: RelativePath,
			row: Count$5
		})).max(10)
	})).max(1e5)
});
const ValueInfo = strictObject({
	name: string().min(1).max(512),
	type: string().min(1).max(64),
	/** Each dimension is a size, a symbol, or null where the model leaves it open; null where even the rank is open. */
	shape: array(union([
		int(),
		string(),
		_null()
	])).max(16).nullable(),
	/** Callers may leave this input out; the model then gets missing values. */
	optional: literal(true).optional()
});
const Signature = strictObject({
	inputs: array(ValueInfo).max(1e4),
	outputs: array(ValueInfo).max(1e3)
});
/** Where code came from and what ran it. */
const Source = strictObject({
	repository: RepositoryName,
	sha: GitSha,
	ref: string().max(512),
	/** The commit's own date, which a retry cannot change. */
	committedAt: Timestamp
});
/** `onnx`: scored and served here. `opaque`: anything else, which Tidemark stores, versions and promotes but cannot run itself. */
const ModelKind = _enum(["onnx", "opaque"]);
/** A container image by the SHA-256 of its manifest; a tag could be moved. */
const ImageReference = strictObject({
	name: string().regex(/^[a-z0-9][a-z0-9._/:-]{0,254}$/, "expected an image name without tag, such as ghcr.io/acme/churn"),
	digest: Sha256
});
/** A model is files, or a container image and nothing else. */
const filesOrImage = ({ files, image }) => image === void 0 ? files.length > 0 : files.length === 0;
const Parameters = record(string().max(200), union([
	number(),
	string().max(2e3),
	boolean()
]));
/** One training run. Its id is the digest of everything it was computed from. */
const Run = strictObject({
	schema: literal("tidemark/run/v1"),
	model: Name,
	id: Sha256,
	source: Source,
	executor: string().max(64),
	trainer: strictObject({
		name: Text$2,
		version: Text$2
	}),
	seed: int(),
	parameters: Parameters,
	data: strictObject({
		dataset: Sha256,
		validation: Sha256,
		/** Digest of the query that training rows came from, with its lookups. */
		trainingFeatures: Sha256,
		/** Digest of the query that evaluation and serving use, with its lookups; both travel with the model. */
		features: Sha256,
		rows: Count$5,
		acceptedRows: Count$5
	}),
	output: strictObject({
		modelDigest: Sha256,
		files: array(FileDigest).max(1e4),
		/** Of an opaque model it is what model.yaml declares; without inputs and outputs where it declares none. */
		signature: Signature,
		/** `onnx` when left out. */
		kind: literal("opaque").optional(),
		image: ImageReference.optional()
	}).refine(filesOrImage, "expected files, or an image alone").refine(({ kind, image }) => image === void 0 || kind === "opaque", "an image is an opaque model"),
	metrics: record(string().max(200), number().nullable()),
	importance: record(string().max(512), number()),
	trainingSeconds: number().min(0)
});
const VersionReference = strictObject({
	version: Version,
	modelDigest: Sha256
});
/** A registered version: immutable. What became of it is told by events. */
const VersionManifest = strictObject({
	schema: literal("tidemark/version/v1"),
	model: Name,
	version: Version,
	kind: ModelKind,
	image: ImageReference.optional(),
	/** SHA-256 over the files' raw digests in path order (OpenSSF Model Signing's subject digest), or the image's. */
	modelDigest: Sha256,
	bump: strictObject({
		kind: _enum([
			"first",
			"major",
			"minor",
			"patch"
		]),
		reasons: array(Text$2).min(1)
	}),
	parent: VersionReference.nullable(),
	signature: Signature,
	files: array(FileDigest.extend({ parts: array(strictObject({
		asset: string().regex(/^[a-z0-9][a-z0-9._-]{0,199}$/),
		sizeBytes: Count$5,
		sha256: Sha256
	})).min(1) })).max(1e4),
	release: strictObject({
		id: int().positive(),
		tag: string().max(200)
	}),
	source: Source,
	run: FactReference,
	evaluation: FactReference,
	datasets: array(FactReference),
	validations: array(FactReference),
	metrics: record(string().max(200), number().nullable()),
	registeredAt: Timestamp,
	registeredBy: Login
}).refine(filesOrImage, "expected files, or an image alone").refine(({ kind, image }) => image === void 0 || kind === "opaque", "an image is an opaque model");
/** Model digest → version, so that identical bytes are found in one read. */
const DigestEntry = strictObject({
	schema: literal("tidemark/by-digest/v1"),
	model: Name,
	modelDigest: Sha256,
	version: Version
});
const eventTypes = [
	"version.registered",
	"version.published",
	"version.retired",
	"gate.failed",
	"rollback.requested",
	"promotion.requested",
	"promotion.merged",
	"promotion.settled",
	"promotion.refused",
	"rollout.opened",
	"rollout.rolled-back",
	"version.rolled-back",
	"drift.checked",
	"drift.detected",
	"drift.resolved",
	"retraining.dispatched"
];
/** A version under one `seq` of a channel. */
const ChannelState = strictObject({
	version: Version,
	modelDigest: Sha256,
	seq: int().positive()
});
/** Something that happened. Its id is the digest of (type, subject, cause): retries land on the same path. */
const RegistryEvent = strictObject({
	schema: literal("tidemark/event/v1"),
	id: Sha256,
	type: _enum(eventTypes),
	model: Name,
	subject: strictObject({
		version: Version.optional(),
		modelDigest: Sha256,
		channel: Name.optional(),
		seq: int().positive().optional()
	}),
	/** The digest or commit that made it happen. */
	cause: string().min(1).max(200),
	at: Timestamp,
	actor: Login,
	approvedBy: array(Login).optional(),
	pullRequest: int().positive().optional(),
	issue: int().positive().optional(),
	mergeSha: GitSha.optional(),
	previous: VersionReference.nullable().optional(),
	/** What the channel held when a rollback was asked for. */
	leaves: ChannelState.optional(),
	/** Where the monitor asked for a rollback, and no person: by which rule, and the checks that met it, newest last. */
	monitor: strictObject({
		rule: RollbackRule,
		checks: array(FactReference).min(1).max(60)
	}).optional(),
	/** The policy let this person act at once, without a review. */
	isBreakGlass: boolean().optional(),
	reasons: array(Text$2).optional(),
	runUrl: url({ protocol: /^https?$/ }).optional()
});
const RecordedEvent = RegistryEvent.extend({ type: string().regex(/^[a-z][a-z-]*(\.[a-z][a-z-]*){0,3}$/).max(64) }).loose();
/** Desired state of a channel, on the default branch. `seq` grows by one at each change. */
const ChannelIntent = strictObject({
	schema: literal("tidemark/channel/v1"),
	model: Name,
	channel: Name,
	seq: int().positive(),
	version: Version,
	modelDigest: Sha256,
	manifest: FactReference,
	/** The run and the gate's decision that the change rests on: the newest, where identical bytes were trained or judged again. */
	run: FactReference,
	evaluation: FactReference,
	previous: ChannelState.nullable(),
	/** Set where the channel goes back to what it held before, under that `seq`; the request is an event that says who asked, and why. */
	rollback: strictObject({
		seq: int().positive(),
		request: FactReference
	}).optional()
});
// packages/schemas/src/written-values.ts
/** A day of the data's own calendar. */
const CalendarDate = string().regex(/^\d{4}-\d\d-\d\d$/, {
	error: "expected a date such as 2001-04-23",
	abort: true
}).refine(isInCalendar, "is no day of the calendar");
/** A 31st of February is read as a day of March. */
function isInCalendar(date) {
	const time = Date.parse(`${date}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
/** From `start` until before `end`, in the data's own calendar. */
const Period = strictObject({
	start: CalendarDate,
	end: CalendarDate
});
/** Whole numbers ≥ 0 with one space between: a list stays one line of the stored document. */
const Counts = string().regex(/^(\d{1,16}( \d{1,16})*)?$/, "expected whole numbers with one space between");
/** Numbers with one space between. */
const Numbers = string().regex(/^(-?\d+(\.\d+)?(e[+-]\d+)?( -?\d+(\.\d+)?(e[+-]\d+)?)*)?$/, "expected numbers with one space between");
/** The numbers of a `Counts` or `Numbers` text. */
const readNumbers = (text) => text === "" ? [] : readDigits(text) ?? text.split(" ").map(Number);
/** Whole numbers of at most 15 digits, which nearly all are, at a tenth of the time; null where there are others. */
function readDigits(text) {
	const numbers = [];
	let [number, digits] = [0, 0];
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code === space) {
			numbers.push(number);
			number = 0;
			digits = 0;
		} else {
			if (code < zero || code > nine || ++digits > 15) return null;
			number = number * 10 + code - zero;
		}
	}
	numbers.push(number);
	return numbers;
}
const [space, zero, nine] = [
	32,
	48,
	57
];
/** Numbers as a document keeps them: the shortest digits that read back the same. */
const writeNumbers = (numbers) => [...numbers].join(" ");
// packages/schemas/src/performance.ts
const Count$4 = int().min(0);
const Finite$4 = number().nullable();
const Column = string().min(1).max(200);
const Files = union([RelativePath, array(RelativePath).min(1).max(1e3)]);
/** What the gate measures too comes first: of these a release has a value. */
const performanceMetricNames = [
	"roc_auc",
	"log_loss",
	"brier",
	"ece",
	"observed_expected",
	"accuracy"
];
const PerformanceMetricName = _enum(performanceMetricNames);
const PerformanceRule = strictObject({
	id: PerformanceMetricName,
	/** Against the value with which the version passed the gate, or against `min` and `max` alone. */
	mode: _enum([
		"non_inferior",
		"not_worse",
		"absolute"
	]),
	margin: number().min(0).optional(),
	marginRelative: number().min(0).max(1).optional(),
	min: number().optional(),
	max: number().optional()
}).refine(({ margin, marginRelative }) => margin === void 0 || marginRelative === void 0, "give margin or marginRelative, not both").refine(({ mode, margin, marginRelative }) => mode === "absolute" === ((margin ?? marginRelative) === void 0), "non_inferior and not_worse need margin or marginRelative, absolute has none").refine(({ mode, min, max }) => mode !== "absolute" || min !== void 0 || max !== void 0, "mode absolute needs min or max").refine(({ id, mode }) => mode === "absolute" || id !== "observed_expected" && id !== "accuracy", "the gate records no value of this metric to compare with: give mode absolute with min or max");
const PageHinkley = strictObject({
	/** Rows before anything is told. */
	minimum: int().min(1).max(1e9).default(30),
	delta: number().min(0).max(1).default(.005),
	threshold: number().positive().max(1e9).default(50),
	alpha: number().gt(0).max(1).default(.9999)
});
/** How predictions that were made are held against what came: the performance part of the monitor. */
const PerformancePolicy = strictObject({
	/** What `tidemark serve` logged, or any NDJSON, Parquet or CSV with the columns below. */
	predictions: Files,
	labels: Files,
	/** What a prediction and its label have in common. */
	join: union([Column, array(union([Column, strictObject({
		prediction: Column,
		label: Column
	})])).min(1).max(8)]).default("id"),
	columns: strictObject({
		/** Of the labels: 0 or 1. */
		label: Column,
		/** Of the predictions. */
		time: Column.default("time"),
		score: Column.default("score"),
		version: Column.default("version"),
		/** Left out of account where the log has no such column. */
		model: Column.default("model")
	}),
	/** Days after a window's end until its labels are taken to have come. */
	maturityDays: int().min(0).max(3650).default(7),
	/** Share of a matured window's predictions whose label must be known. */
	minCoverage: number().gt(0).max(1).default(.8),
	metrics: array(PerformanceRule).min(1).max(20).refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, "expected each metric once"),
	/** From which score on `accuracy` takes a row to be predicted 1. */
	threshold: number().gt(0).lt(1).default(.5),
	/** Of each one-sided bound. */
	confidence: number().gt(.5).lt(1).default(.95),
	minRows: int().min(1).default(300),
	/** Fewest days with labelled rows, of both classes where the metric needs them. */
	minDays: int().min(2).max(7).default(5),
	pageHinkley: PageHinkley.default({
		minimum: 30,
		delta: .005,
		threshold: 50,
		alpha: .9999
	})
});
const PageHinkleyState = strictObject({
	count: Count$4,
	mean: number(),
	sum: number()
});
/** What one version's predictions of a week came to: all that the judgement is made from. No row, no id. */
const PerformanceStatistics = strictObject({
	period: Period,
	/** The day of the newest prediction in the log: the clock by which windows mature. */
	asOf: CalendarDate,
	/** Different predictions with a usable score, and those with a label. */
	predictions: Count$4,
	labelled: Count$4,
	/** Left out: the same prediction again, no probability or time, and labels that contradict each other. */
	repeated: Count$4,
	unusable: Count$4,
	contradicted: Count$4,
	/** Days with labelled rows; each list of numbers below has one entry a day. */
	days: array(CalendarDate).max(7),
	rows: Counts,
	positives: Counts,
	/** Null where undefined; `influence` is each day's share of the linearised error. */
	metrics: record(PerformanceMetricName, strictObject({
		value: Finite$4,
		influence: Numbers
	})),
	/** What the version had when it passed the gate, by metric; null where that was undefined. */
	release: partialRecord(PerformanceMetricName, strictObject({
		value: number(),
		standardError: Finite$4
	}).nullable()),
	/** Page's test of a rise of the squared error, row after row in order of time; null where a window is not fed to it. */
	pageHinkley: strictObject({
		/** The check whose end it goes on from; null where it starts anew. */
		from: Sha256.nullable(),
		before: PageHinkleyState,
		after: PageHinkleyState,
		/** Days on which a rise was told, once for each alarm; the test began anew after each. */
		alarms: array(CalendarDate).max(1e3)
	}).nullable(),
	/** The mean squared error that the baseline's calibration promised for the window's predictions; null without one. */
	expected: strictObject({
		baseline: Sha256,
		brier: number(),
		/** Realised less promised, and the least and the most of it in reference weeks, each promised without itself. */
		gap: number(),
		referenceLeast: number(),
		referenceMost: number(),
		weeks: Count$4
	}).nullable()
});
/** One metric of a window, judged. */
const PerformanceResult = strictObject({
	id: string().max(200),
	metric: PerformanceMetricName,
	mode: _enum([
		"non_inferior",
		"not_worse",
		"absolute"
	]),
	verdict: Verdict,
	value: Finite$4,
	release: Finite$4,
	/** Improvement over the release: positive is better. */
	difference: Finite$4,
	/** Of the difference, or of the value where mode is absolute. */
	bounds: strictObject({
		lower: Finite$4,
		upper: Finite$4,
		level: number()
	}),
	limit: Finite$4,
	rows: Count$4,
	days: Count$4,
	reason: string().max(2e3)
});
/** Digests of the files that outcomes were joined from; null where none were. */
const OutcomeFiles = strictObject({
	predictions: Sha256,
	labels: Sha256
}).nullable();
/** How one version did in one matured week, with everything needed to judge it again. */
const PerformanceCheck = strictObject({
	schema: literal("tidemark/performance/v1"),
	model: Name,
	/** Digest of (model digest, evaluation, window's digest, policy). */
	id: Sha256,
	version: Version,
	modelDigest: Sha256,
	/** The gate's decision whose values are the release's. */
	evaluation: Sha256,
	/** Digests of the files of predictions and of labels, which are not kept in Git. */
	predictions: Sha256,
	labels: Sha256,
	/** `digest` is that of `statistics`. */
	window: Period.extend({ digest: Sha256 }),
	policy: PerformancePolicy,
	verdict: Verdict,
	/** The verdict in one sentence. */
	reason: string().max(4096),
	results: array(PerformanceResult).max(50),
	statistics: PerformanceStatistics
});
// packages/schemas/src/monitor-policy.ts
/** The rows that a column is of, where it is not of all. */
const Segment = strictObject({
	column: string().min(1).max(200),
	value: string().min(1).max(100)
});
/** Which effects count: a distance between distributions or a difference of rates, from 0 to 1. */
const DriftThresholds = strictObject({
	warn: number().gt(0).lt(1).default(.1),
	fail: number().gt(0).lt(1).default(.2),
	/** Below what an effect's upper bound must lie for a pass: drift of this size is ruled out. `warn` when left out. */
	equivalence: number().gt(0).lt(1).optional()
}).refine(({ warn, fail }) => warn <= fail, "warn must not be above fail").refine(({ warn, equivalence }) => (equivalence ?? 0) <= warn, "equivalence must not be above warn");
/** Limits of their own, where they are not those of `thresholds`. */
const OwnLimits = {
	warn: number().gt(0).lt(1).optional(),
	fail: number().gt(0).lt(1).optional(),
	equivalence: number().gt(0).lt(1).optional(),
	/** A `warning` warns at most, however large the effect. */
	severity: _enum(["error", "warning"]).optional()
};
const areOrdered = ({ warn, fail = 1, equivalence = 0 }) => (warn ?? 0) <= fail && equivalence <= (warn ?? fail);
const ordered = "expected equivalence, warn and fail in this order, the smallest first";
/** How much one column's drift counts, and its missing values'. */
const ColumnRule = strictObject({
	/** Whether it fails a window alone, whatever `failingShare` says. */
	critical: boolean().optional(),
	/** Its part in `failingShare`, 1 when left out: a model's feature importance, for example. */
	importance: number().min(0).max(1e9).optional(),
	...OwnLimits
}).refine(areOrdered, ordered);
/** Complete weeks from Monday to Sunday; days; or as many whole days as have so many rows. */
const DriftWindows = union([_enum(["week", "day"]), strictObject({ rows: int().min(1).max(0xe8d4a51000) })]);
/** The monitor's part of model.yaml. */
const MonitorPolicy = strictObject({
	windows: DriftWindows.default("week"),
	baseline: strictObject({
		/**
		* The version whose data and scores are what is normal. Left out, it is the version in production, which takes slow
		* drift along with each promotion; named, it stays until people move it.
		*/
		version: Version.optional(),
		/** What a day is compared with: the reference's days of the same weekday. */
		match: literal("weekday").optional()
	}).optional(),
	/** The column of the features query that holds the day a row belongs to; the gate's cluster column when left out. */
	day: string().min(1).max(200).optional(),
	thresholds: DriftThresholds.default({
		warn: .1,
		fail: .2
	}),
	/**
	* Share of the features' importance that must fail for the window to fail; below it a failing feature is a warning of the window.
	* Left out, every one fails it. Predictions, labels and calibration always do.
	*/
	failingShare: number().gt(0).max(1).optional(),
	/** Of all features and their missing values, where predictions and labels have others. */
	features: strictObject(OwnLimits).refine(areOrdered, ordered).optional(),
	/** By feature; of a label its limits. */
	columns: record(string().min(1).max(512), ColumnRule).optional(),
	/** Parts of the rows whose features, labels and predictions are compared by themselves too, such as the largest customers. */
	segments: array(strictObject({
		/** A column of the features query. */
		column: string().min(1).max(200),
		values: array(string().min(1).max(100)).min(1).max(20)
	})).max(10).optional(),
	/** Of each one-sided bound. */
	confidence: number().gt(.5).lt(1).default(.95),
	/** Expected share of false alarms in a family (Benjamini–Hochberg). */
	falseDiscoveryRate: number().gt(0).lt(1).default(.05),
	/** Fewest rows, as nm/(n + m) of window and baseline, of which anything is said. */
	minRows: int().min(1).default(200),
	/** Fewest days. */
	minBlocks: int().min(2).default(5),
	/** Share of a window's rows whose outcome must be known before labels are judged: early ones are not typical. */
	labelCoverage: number().gt(0).max(1).default(.9),
	/** A numeric outcome in the data behind the 0/1 label, such as minutes of delay, with its time. */
	label: strictObject({
		column: string().min(1).max(200),
		time: string().min(1).max(200)
	}).optional(),
	/** Predictions that were made, held against the labels that came later. Left out, none are. */
	performance: PerformancePolicy.optional(),
	/** Whether drift opens an issue, closed again by the first window that passes. */
	issue: boolean().default(true),
	/** A workflow file to dispatch when drift is found. */
	retrain: strictObject({
		workflow: string().regex(/^[\w.-]{1,100}\.ya?ml$/, "expected a workflow file such as train.yml"),
		/** Days after a start in which no other is made, whatever drifts: a training needs time to become a version. */
		cooldownDays: int().min(1).max(365).optional()
	}).optional(),
	/** Left out, no rollback is ever proposed but by people. */
	rollback: RollbackRule.optional()
}).refine(({ windows, baseline }) => windows !== "day" || baseline?.match === "weekday", {
	path: ["windows"],
	message: "expected baseline.match: weekday beside daily windows, since a Sunday is no change from a Monday"
}).refine(({ rollback, performance }) => rollback?.on !== "performance" || performance !== void 0, {
	path: ["rollback", "on"],
	message: "expected monitor.performance beside a rollback on performance, or `on: drift`"
});
// packages/schemas/src/baseline.ts
const Count$3 = int().min(0);
const Finite$3 = number().nullable();
const ColumnFamily = _enum([
	"features",
	"predictions",
	"labels"
]);
const WeekdayCounts = array(Counts).length(7);
/** Effect of each reference day against the others of its weekday: what daily windows are judged by. */
const DaySpread = strictObject({
	days: Count$3,
	/** Root mean square, and 95th percentile. */
	rms: number(),
	p95: number()
});
/** What is counted of a text column whose levels are too scattered to say much: its length, or its pattern of letters and digits. */
const TextMeasure = strictObject({
	column: string().min(1).max(512),
	measure: _enum(["length", "pattern"])
});
/** How several numeric columns go together: what a row's reconstruction error is made of. */
const Joint = strictObject({
	columns: array(string().min(1).max(512)).min(2).max(50),
	/** Values outside count as these. */
	lows: Numbers,
	highs: Numbers,
	means: Numbers,
	deviations: Numbers,
	/** Below the diagonal, row by row. */
	correlations: Numbers,
	/** Unit vectors, largest variance first. */
	components: array(Numbers).min(1).max(50),
	/** Rows whose hash is a multiple of this are counted. */
	step: int().min(1)
});
const NumericColumn = strictObject({
	kind: literal("numeric"),
	name: string().min(1).max(512),
	family: ColumnFamily,
	nulls: Count$3,
	nonFinite: Count$3,
	/** Null where the column is not public. */
	minimum: Finite$3,
	maximum: Finite$3,
	mean: Finite$3,
	/** Sum of squared deviations from the mean. */
	m2: Finite$3,
	/** Values are added up as whole multiples of `unit` from `centre`, so that sums do not depend on their order. */
	centre: number(),
	unit: number().positive(),
	/** Ends of the bins but the last, which has none; each bin holds its right edge. */
	edges: Numbers,
	counts: Counts,
	/** How many of each bin's values are its right edge. Empty where none holds as many as matter: `readAtEdge` reads both. */
	atEdge: Counts,
	/** By weekday from Monday, in the coarser bins that end at these of the edges. */
	weekdays: union([strictObject({
		edges: Counts,
		counts: WeekdayCounts
	}), strictObject({
		edges: Counts,
		/** Finite values, in which … */
		rows: Counts,
		/** … so many ten-thousandths more lie up to the edge than of all days' values. Empty for a weekday without rows. */
		differences: array(Numbers).length(7)
	})]),
	/** 95th percentile of the effect of each complete reference week against the others. */
	tolerance: Finite$3,
	daily: DaySpread.optional(),
	segment: Segment.optional(),
	/** The same of the rate of missing values. */
	dailyNulls: DaySpread.optional(),
	/** Of no column: the counts are of rows' reconstruction errors over several. Shown, and at most a warning. */
	joint: Joint.optional(),
	text: TextMeasure.optional()
});
const CategoricalColumn = strictObject({
	kind: literal("categorical"),
	name: string().min(1).max(512),
	family: ColumnFamily,
	nulls: Count$3,
	/** Whether levels stand as digests, since the column is not public. */
	isHashed: boolean(),
	/** The most frequent levels of at least 20 rows. */
	levels: array(strictObject({
		value: string().max(1e3),
		count: Count$3
	})).max(1e3),
	/** Rows of all other levels. */
	other: Count$3,
	/** Different values in the reference. */
	distinct: Count$3.optional(),
	text: TextMeasure.optional(),
	/** Counts by weekday of the first levels, and of the rest. */
	weekdays: strictObject({
		levels: Count$3,
		counts: WeekdayCounts
	}),
	tolerance: Finite$3,
	daily: DaySpread.optional(),
	segment: Segment.optional(),
	dailyNulls: DaySpread.optional()
});
const RateColumn = strictObject({
	kind: literal("rate"),
	name: string().min(1).max(512),
	family: ColumnFamily,
	rows: Count$3,
	events: Count$3,
	/** By weekday from Monday. */
	weekdays: strictObject({
		rows: Counts,
		events: Counts
	}),
	tolerance: Finite$3,
	daily: DaySpread.optional(),
	segment: Segment.optional()
});
const BaselineColumn = discriminatedUnion("kind", [
	NumericColumn,
	CategoricalColumn,
	RateColumn
]);
/** How many values are each of a column's edges. */
function readAtEdge({ edges, atEdge }) {
	return atEdge === "" ? readNumbers(edges).fill(0) : readNumbers(atEdge);
}
/** Outcomes by bin of the score. */
const CalibrationBins = {
	rows: Counts,
	observed: Counts,
	/** Sum of scores in millionths, each score rounded to one. */
	expectedMicros: Counts
};
/** What windows are compared with: counts at fixed edges, no rows. */
const Baseline = strictObject({
	schema: literal("tidemark/baseline/v1"),
	model: Name,
	/** Digest of everything else in it. */
	id: Sha256,
	dataset: Sha256,
	/** The contract's verdict that says which of the rows were accepted. */
	validation: Sha256.nullable(),
	/** Digest of the features query. */
	features: Sha256,
	/** The model whose scores are the predictions. */
	modelDigest: Sha256.nullable(),
	period: Period,
	rows: Count$3,
	blocks: Count$3,
	/** From Monday: days with rows, their rows, and the fewest rows of one. */
	weekdays: array(strictObject({
		days: Count$3,
		rows: Count$3,
		leastRows: Count$3
	})).length(7),
	/** Complete reference weeks. */
	weeks: Count$3,
	columns: array(BaselineColumn).max(2e3),
	calibration: strictObject({
		/** Bins of the score. */
		edges: Numbers,
		...CalibrationBins,
		weeks: array(strictObject({
			start: CalendarDate,
			rows: Count$3,
			observed: Count$3,
			expectedMicros: Count$3
		})).max(520)
	}).nullable(),
	/** What the scores promise once they are calibrated: isotonic regression on the outcomes. There where the policy watches performance. */
	expectations: strictObject({
		/** Knots: a calibrated probability by score. */
		scores: Numbers,
		probabilities: Numbers,
		/** Complete weeks' mean squared error, as the calibration of the other weeks promised it and as it came. */
		weeks: array(strictObject({
			start: CalendarDate,
			rows: Count$3,
			promised: number(),
			realised: number()
		})).max(520)
	}).optional()
});
// packages/schemas/src/drift-profile.ts
const Finite$2 = number().nullable();
const Integer = string().regex(/^-?\d{1,60}$/, "expected a whole number");
const ProfileColumn = discriminatedUnion("kind", [
	strictObject({
		kind: literal("numeric"),
		name: string().min(1).max(512),
		nulls: Counts,
		nonFinite: Counts,
		minimum: Finite$2,
		maximum: Finite$2,
		/** Σ z and Σ z² of z = (value − centre) / unit, rounded; values more than 2^15 scales away count as that far. */
		sum: Integer,
		squares: Integer,
		counts: array(Counts),
		atEdge: Counts
	}),
	strictObject({
		kind: literal("categorical"),
		name: string().min(1).max(512),
		nulls: Counts,
		/** A row per day: the baseline's levels in their order, then all others. */
		counts: array(Counts)
	}),
	strictObject({
		kind: literal("rate"),
		name: string().min(1).max(512),
		rows: Counts,
		events: Counts
	})
]);
/** Counts of a period's rows by day on a baseline's edges: all that a drift decision is made from. Adds up over shards. */
const DriftProfile = strictObject({
	period: Period,
	/** Days with rows, in order; every list of counts has one entry a day. */
	days: array(CalendarDate).max(1e4),
	rows: Counts,
	columns: array(ProfileColumn).max(2e3),
	calibration: strictObject({
		...CalibrationBins,
		bins: strictObject(CalibrationBins)
	}).nullable(),
	/** Of a reference whose expectations are wanted: rows with a score and an outcome by day, in the bins of the prediction. Windows have none. */
	outcomes: strictObject({
		rows: array(Counts),
		observed: array(Counts),
		/** Sums of scores, of their squares and of squared errors in millionths, each rounded to one. */
		scoreMicros: array(Counts),
		squareMicros: array(Counts),
		lossMicros: Counts
	}).optional()
});
// packages/schemas/src/drift.ts
const Count$2 = int().min(0);
const Finite$1 = number().nullable();
const Text$1 = string().max(4096);
const DriftFamily = _enum([
	"predictions",
	"labels",
	"calibration",
	"features",
	"nulls"
]);
const DriftVerdict = _enum([
	"pass",
	"warn",
	"fail",
	"inconclusive"
]);
/** One effect, judged. */
const DriftResult = strictObject({
	column: string().min(1).max(512),
	family: DriftFamily,
	statistic: _enum([
		"ks",
		"tvd",
		"rate",
		"observed_expected"
	]),
	verdict: DriftVerdict,
	/** A distance or absolute difference from 0 to 1; for calibration how far the ratio is outside what is tolerated. */
	effect: Finite$1,
	bounds: strictObject({
		lower: Finite$1,
		upper: Finite$1,
		level: number()
	}),
	/** Of "nothing changed", and adjusted within its family. */
	p: Finite$1,
	q: Finite$1,
	limits: strictObject({
		warn: number(),
		fail: number()
	}),
	rows: Count$2,
	blocks: Count$2,
	/** About how many more days or rows would settle it, if what was seen goes on. */
	needed: strictObject({
		count: Count$2,
		unit: _enum(["blocks", "rows"])
	}).nullable(),
	/** Baseline's and window's mean, rate or ratio. */
	values: strictObject({
		baseline: Finite$1,
		window: Finite$1
	}),
	/** Shown, not decided on. */
	shown: record(string().max(64), Finite$1),
	reason: string().max(2e3)
});
/** The monitor's verdict on one window, with everything needed to make it again. */
const DriftCheck = strictObject({
	schema: literal("tidemark/drift/v1"),
	model: Name,
	/** Digest of (baseline, window's digest, policy). */
	id: Sha256,
	baseline: Sha256,
	/** What the window was counted from when it was first judged. */
	dataset: Sha256,
	modelDigest: Sha256.nullable(),
	window: Period.extend({
		/** Digest of `statistics`: the same counts are the same window. */
		digest: Sha256,
		rows: Count$2,
		blocks: Count$2
	}),
	policy: MonitorPolicy,
	verdict: DriftVerdict,
	/** The verdict in one sentence. */
	reason: Text$1,
	results: array(DriftResult).max(5e3),
	/** What could not be asked; it is no pass. */
	notJudged: array(strictObject({
		id: string().max(600),
		reason: string().max(2e3)
	})).max(5e3),
	/** The largest upper bound of a window that passes: drift beyond it is ruled out, for each effect at the policy's confidence. */
	ruledOutAbove: number().optional(),
	statistics: DriftProfile
});
// packages/schemas/src/evaluation.ts
const metricNames = [
	"roc_auc",
	"log_loss",
	"brier",
	"ece"
];
const MetricName = _enum(metricNames);
/** How one metric is judged. `margin` is in the metric's unit, `marginRelative` a share of the champion's value. */
const MetricRule = strictObject({
	id: MetricName,
	mode: _enum([
		"non_inferior",
		"superior",
		"not_worse",
		"absolute"
	]),
	margin: number().min(0).optional(),
	marginRelative: number().min(0).max(1).optional(),
	min: number().optional(),
	max: number().optional()
}).refine((rule) => rule.margin === void 0 || rule.marginRelative === void 0, "give margin or marginRelative, not both").refine((rule) => rule.mode !== "absolute" || rule.min !== void 0 || rule.max !== void 0, "mode absolute needs min or max").refine((rule) => rule.mode !== "non_inferior" && rule.mode !== "not_worse" || rule.margin !== void 0 || rule.marginRelative !== void 0, "this mode needs margin or marginRelative");
/** The gate's part of model.yaml. Its canonical digest is recorded with every decision. */
const GatePolicy = strictObject({
	/** The column whose values are independent units (day, query, user), or `none` with the reason why rows are. */
	cluster: union([string().min(1).max(200), strictObject({ none: string().min(10).max(1e3) })]),
	confidence: number().gt(.5).lt(1).default(.95),
	minRows: int().min(1).default(300),
	minClusters: int().min(2).default(10),
	metrics: array(MetricRule).min(1).max(50),
	budgets: strictObject({
		sizeBytes: int().positive().optional(),
		latencyP95Ms: number().positive().optional()
	}).optional()
});
const Finite = number().nullable();
const Count$1 = int().min(0);
/** A metric's value with one-sided bounds, each at the policy's confidence. */
const MetricValue = strictObject({
	value: Finite,
	lower: Finite,
	upper: Finite,
	standardError: Finite
});
/** One requirement of the policy, judged. */
const RuleResult = strictObject({
	id: string().max(200),
	metric: MetricName.nullable(),
	mode: _enum([
		"non_inferior",
		"superior",
		"not_worse",
		"absolute",
		"budget"
	]),
	verdict: Verdict,
	challenger: Finite,
	champion: Finite,
	/** Improvement over the champion: positive is better, whatever the metric. */
	difference: Finite,
	/** Of the difference, or of the challenger's value where mode is absolute. */
	bounds: strictObject({
		lower: Finite,
		upper: Finite,
		level: number()
	}),
	standardError: Finite,
	limit: Finite,
	rows: Count$1,
	clusters: Count$1,
	/** How many more clusters would settle an inconclusive rule, if the estimate stayed. */
	clustersNeeded: Finite,
	reason: string().max(2e3)
});
/** A gate's decision with everything needed to make it again. */
const Evaluation = strictObject({
	schema: literal("tidemark/evaluation/v1"),
	model: Name,
	/** Digest of (challenger, champion, holdout, policy, verdict). */
	id: Sha256,
	run: Sha256,
	/** Null is what was not measured: the size of a container image, the latency of a model that a command scores. */
	challenger: strictObject({
		modelDigest: Sha256,
		sizeBytes: Count$1.nullable(),
		latencyP95Ms: Finite
	}),
	champion: strictObject({
		modelDigest: Sha256,
		version: Version
	}).nullable(),
	holdout: strictObject({
		dataset: Sha256,
		validation: Sha256,
		features: Sha256,
		rows: Count$1,
		acceptedRows: Count$1
	}),
	policyDigest: Sha256,
	verdict: Verdict,
	/** The verdict in one sentence. */
	reason: string().max(2e3),
	rules: array(RuleResult).max(200),
	/** Requirements that could not be asked; they are no pass. */
	notJudged: array(strictObject({
		id: string().max(200),
		reason: string().max(2e3)
	})).max(200),
	metrics: record(MetricName, strictObject({
		challenger: MetricValue,
		champion: MetricValue.nullable()
	})),
	/** What `replayDecision` of the evaluation package decides from. */
	statistics: json()
});
// packages/schemas/src/rollout.ts
const Count = int().min(0);
const Text = string().max(2e3);
/** A share of the traffic, from 0 (none) to 1 (all). */
const Share = number().min(0).max(1);
/** Names of the 0/1 events that are counted per request. A server knows these four; other sources may have more. */
const EventId = string().regex(/^[a-z][a-z0-9_]{0,62}$/, "expected an event name such as errors or non_finite");
/** One event that the canary must not have more often than the champion. */
const Guardrail = strictObject({
	/** `errors`, `non_finite` (the answer is NaN or infinite), `slow` (slower than the champion's p95), `disagree` (another class). */
	id: EventId,
	/** The event in words, for people. */
	event: string().min(1).max(500).optional(),
	/** Promotion needs evidence that the canary's event rate exceeds the champion's by less than this. */
	delta: number().gt(0).lt(1).default(.01),
	/** Shown, and neither rolls back nor is needed for promotion. */
	isAdvisory: boolean().default(false)
});
const RolloutStep = strictObject({
	/** The canary's share of the traffic. 100 % is where a rollout ends, and is not listed. */
	weight: number().gt(0, "expected a share above 0, such as 0.05").lt(1, "expected a share below 1, such as 0.05"),
	minMinutes: number().min(0).max(43200).default(15),
	/** Requests that the canary must have answered at this weight. */
	minRequests: int().min(0).default(500)
});
const guardrails = [
	{ id: "errors" },
	{ id: "non_finite" },
	{
		id: "slow",
		delta: .03
	}
];
/** model.yaml's `rollout`: how a version that was merged comes into production. Frozen into the rollout's state when it opens. */
const RolloutPolicy = strictObject({
	/** Who splits the traffic. `embedded`: `tidemark serve`, which reads the state itself. */
	target: _enum(["embedded"]).default("embedded"),
	/** What is assigned to an arm as a whole: each request, or all requests with the same value of a header. */
	unit: string().regex(/^(request|header:[A-Za-z0-9-]{1,100})$/, "expected request or header:<name>").default("request"),
	steps: array(RolloutStep).min(1).max(20).refine((steps) => steps.every(({ weight }, i) => i === 0 || weight > steps[i - 1].weight), "expected weights that grow from step to step").default([
		{
			weight: .05,
			minMinutes: 15,
			minRequests: 500
		},
		{
			weight: .25,
			minMinutes: 15,
			minRequests: 500
		},
		{
			weight: .5,
			minMinutes: 15,
			minRequests: 500
		}
	]),
	guardrails: array(Guardrail).min(1).max(20).refine((list) => new Set(list.map(({ id }) => id)).size === list.length, "expected each guardrail once").refine((list) => list.some(({ isAdvisory }) => !isAdvisory), "expected a guardrail that is not advisory").refine((list) => list.every(({ id, isAdvisory }) => id !== "disagree" || isAdvisory), "disagree can only be advisory: a better model has to disagree").default(() => guardrails.map((guardrail) => Guardrail.parse(guardrail))),
	/** Chance of a false roll-back and of a false promotion; evidence of 1/alpha decides. */
	alpha: strictObject({
		harm: number().gt(0).max(.5).default(.05),
		promote: number().gt(0).max(.5).default(.05)
	}).default({
		harm: .05,
		promote: .05
	}),
	/** Anytime-valid p-value below which the split is not believed. */
	srm: strictObject({ p: number().gt(0).max(.1).default(.001) }).default({ p: .001 }),
	/** How often the rollout is looked at: faults last by the clock, not by how often somebody looked. */
	pollMinutes: number().positive().max(1440).default(15),
	/** Silence of the canary, a wrong split or unreadable counts: no advance, and after so many polls in a row this action. */
	missing: strictObject({
		polls: int().min(1).max(1e3).default(3),
		action: _enum(["roll-back", "hold"]).default("roll-back")
	}).default({
		polls: 3,
		action: "roll-back"
	}),
	/** Servers drop the canary when nobody renewed the state for so long. */
	leaseMinutes: number().positive().max(43200).default(180),
	/** A rollout that is not done by then is rolled back. */
	timeoutHours: number().positive().max(8760).default(168)
});
/** Requests that an arm got, and how many of them had each event. With a sticky unit, a unit counts once per arm and weight. */
const ArmCounts = strictObject({
	requests: Count,
	events: record(EventId, Count)
}).refine(({ requests, events }) => Object.values(events).every((count) => count <= requests), "an event cannot happen more often than there were requests");
/**
* Counts under one weight: the share that the canary should have had, as served, not as planned. A request belongs to the
* arm it was assigned to, also when the champion answered for a failing canary. An event that is absent was not measured,
* which is not the same as 0.
*/
const WeightCounts = strictObject({
	weight: Share,
	canary: ArmCounts,
	stable: ArmCounts
});
const groups = array(WeightCounts).max(32).refine((list) => new Set(list.map(({ weight }) => weight)).size === list.length, "expected each weight once");
/** Counts of one instance over consecutive sequence numbers. */
const WindowCounts = strictObject({
	first: int().positive(),
	last: int().positive(),
	groups
});
/** Upper edges of the latency histogram's buckets in milliseconds: a fourth root of 2 apart, 0.1 ms to 65 s. One more bucket is above. */
const latencyEdgesMs = Array.from({ length: 78 }, (_, i) => Number((.1 * 2 ** (i / 4)).toPrecision(4)));
/** A count for each bucket of `latencyEdgesMs`, and one for what is slower. */
const LatencyHistogram = array(Count).length(latencyEdgesMs.length + 1);
/**
* What a server publishes of itself, replaced each time: `<model>.json` in the tree of refs/tidemark/telemetry/<channel>/<instance>.
* Windows that the rollout's state names as consumed may be left out; of the others none may be missing, so a server that
* holds too many merges neighbours. A restarted server is another instance.
*/
const Telemetry = strictObject({
	schema: literal("tidemark/telemetry/v1"),
	model: Name,
	channel: Name,
	instance: Name,
	startedAt: Timestamp,
	/** By GitHub's clock, as the `Date` of its last answer tells it. Only documents from about now count as alive. */
	publishedAt: Timestamp,
	/** The newest closed window's number; it never goes back. */
	sequence: Count,
	champion: VersionReference,
	/** The rollout that this server takes part in. Windows start anew with it, sequence numbers go on. */
	rollout: strictObject({
		seq: int().positive(),
		canary: VersionReference
	}).nullable(),
	/** Set while the server keeps its canary out by its own judgement. */
	dropped: strictObject({
		cause: _enum([
			"harm",
			"load",
			"crash",
			"lease"
		]),
		at: Timestamp,
		reason: Text
	}).nullable(),
	/** Since the server serves this champion, or this canary. */
	latency: strictObject({
		champion: LatencyHistogram,
		canary: LatencyHistogram
	}),
	windows: array(WindowCounts.extend({
		from: Timestamp,
		to: Timestamp
	})).max(200).refine((windows) => windows.every(({ first, last }, i) => first <= last && (i === 0 || first === windows[i - 1].last + 1)), "expected windows in order, without gap or overlap")
}).refine(({ sequence, windows }) => windows.length === 0 || windows.at(-1).last === sequence, "expected the sequence of the newest window");
/** One server's window as the judge takes it. */
const RolloutPoll = WindowCounts.extend({ instance: Name });
const faultKinds = [
	"unreadable",
	"split",
	"silence",
	"missing-event",
	"dropped"
];
/** Why nothing can be concluded at the moment. */
const RolloutFault = strictObject({
	kind: _enum(faultKinds),
	reason: Text
});
/** What sources saw since the state's last commit. */
const RolloutSignals = strictObject({
	polls: array(RolloutPoll).max(1e3),
	/** There are more polls than are taken at once. */
	isTruncated: boolean(),
	/** Some server of this rollout published at about the time of the decision. Without one, monitoring is out. */
	isLive: boolean(),
	/** Sources that could not be used, and canaries that servers keep out. */
	faults: array(RolloutFault).max(100),
	/** Requests of the champion by latency, where servers report them. */
	championLatency: LatencyHistogram.nullable(),
	/** Somebody asked that the rollout ends, whatever its evidence says. */
	stop: strictObject({
		by: Login,
		reason: Text
	}).optional()
});
/** Sufficient statistics: all that evidence is computed from. */
const RolloutEvidence = strictObject({
	polls: Count,
	/** Sums by weight of the plan, ascending: promotion and the split are judged from these. */
	counts: array(WeightCounts).max(20),
	/** Harm, mixed over start times, by guardrail: ln of the sums for each of 48 ratios. */
	harm: record(EventId, strictObject({
		starts: Count,
		logSums: array(number()).max(48)
	}))
});
/** The evidence, judged: natural logarithms of e-values. ln 20 = 3.0 decides where alpha is 0.05. */
const RolloutJudgement = strictObject({
	/** `fail`: harm is proven. `pass`: every guardrail has its evidence to promote. */
	verdict: _enum([
		"pass",
		"fail",
		"inconclusive"
	]),
	/** Of the mean over guardrails that are not advisory. */
	logHarm: number(),
	/** Against the split being as planned. */
	logSplit: number(),
	guardrails: array(strictObject({
		id: EventId,
		isAdvisory: boolean(),
		logHarm: number(),
		logPromote: number(),
		canary: strictObject({
			requests: Count,
			events: Count
		}),
		stable: strictObject({
			requests: Count,
			events: Count
		})
	}))
});
const RolloutPhase = _enum([
	"pending",
	"running",
	"holding",
	"promoted",
	"rolled-back"
]);
const RolloutAction = _enum([
	"open",
	"start",
	"hold",
	"advance",
	"promote",
	"roll-back"
]);
/**
* rollouts/<channel>/<model>.json on the registry branch: the canary's state. Committed on transitions only, each on top
* of the one before, so that the history of this file replays (`replayRollout`).
*/
const RolloutState = strictObject({
	schema: literal("tidemark/rollout/v1"),
	model: Name,
	channel: Name,
	/** Of the channel's intent: a rollout is terminal per channel and seq. */
	seq: int().positive(),
	champion: VersionReference,
	canary: VersionReference,
	/** As it was when the rollout opened. */
	plan: RolloutPolicy,
	planDigest: Sha256,
	phase: RolloutPhase,
	/** Index into the plan's steps; null before the start. */
	step: Count.nullable(),
	/** The canary's share as planned; servers give less when the lease has lapsed or they dropped it. */
	weight: Share,
	openedAt: Timestamp,
	startedAt: Timestamp.nullable(),
	stepStartedAt: Timestamp.nullable(),
	updatedAt: Timestamp,
	/** Servers drop the canary at this time unless the state was renewed. */
	leaseUntil: Timestamp.nullable(),
	/** The champion's live p95 at the start: what `slow` means in this rollout. */
	slowMs: number().positive().nullable(),
	fault: RolloutFault.extend({ since: Timestamp }).nullable(),
	/** Windows that are part of the evidence, or from before the start: the newest per instance. */
	consumed: array(strictObject({
		instance: Name,
		sequence: Count
	})).max(500),
	evidence: RolloutEvidence,
	judgement: RolloutJudgement,
	/** The transition that made this document, with the signals it was decided on. */
	decision: strictObject({
		/** The time that was given, which may be before `updatedAt` when a clock went back. */
		at: Timestamp,
		action: RolloutAction,
		reasons: array(Text).max(100),
		signals: RolloutSignals.nullable(),
		/** SHA-256 of the canonical JSON of the state it was decided from; null where the rollout opens. */
		previous: Sha256.nullable()
	}),
	/** The newest transitions, oldest first; for people. */
	history: array(strictObject({
		at: Timestamp,
		action: RolloutAction,
		phase: RolloutPhase,
		weight: Share,
		logHarm: number(),
		reason: Text
	})).max(50),
	/** Why it was rolled back. */
	cause: strictObject({
		kind: _enum([
			"harm",
			"timeout",
			"fault",
			"request"
		]),
		fault: _enum(faultKinds).nullable(),
		/** The guardrails with the most evidence for harm, most first. */
		guardrails: array(EventId),
		reason: Text
	}).nullable()
});
/** Where a rollout's documents lie. */
const rolloutLayout = {
	state: (channel, model) => `rollouts/${channel}/${model}.json`,
	telemetryRef: (channel, instance) => `refs/tidemark/telemetry/${channel}/${instance}`,
	telemetryFile: (model) => `${model}.json`
};
// packages/schemas/src/policy.ts
/** A glob below the repository's root: a relative path in which `*`, `**`, `?` and `[…]` have their usual meaning. */
const Glob = RelativePath;
/** A small table that travels with the model, such as yesterday's rates by airport. */
const Lookup = strictObject({
	/** What the queries call it. */
	name: string().regex(/^[A-Za-z][A-Za-z0-9_]{0,62}$/, "expected 1 to 63 of A-Z, a-z, 0-9 and _, starting with a letter").refine((name) => !/^tidemark/i.test(name), "names that start with tidemark are reserved"),
	/** Beside model.yaml; at most 64 MiB. */
	file: RelativePath.refine((file) => /\.(csv|parquet)$/i.test(file), "expected a .csv or .parquet file")
});
/** Who may act alone in an emergency: people by login, or everybody with a role. Write access is needed in any case. */
const AllowedBy = array(union([Login, _enum(["role:admin", "role:write"])], "expected a GitHub login, role:admin or role:write")).min(1).max(100);
const ChannelPolicy = strictObject({
	approvals: int().min(0).max(10).default(1),
	/** People of whom at least one has to approve. Left out, anybody with write access counts. */
	owners: array(Login).min(1).max(100).optional(),
	/** Lets these people return the channel to a version that it held at once, without a review. */
	breakGlass: strictObject({ allowedBy: AllowedBy }).optional()
});
/** Which versions keep their bytes. Whatever a channel, a rollout or the monitor needs is kept besides. */
const RetentionPolicy = strictObject({
	/** The newest versions by number. */
	keepNewest: int().min(1).max(1e5).default(10),
	/** Versions that were in a channel within so many days. */
	keepDays: number().min(0).max(36500).default(90)
});
const Command = array(string().max(2e3)).min(1).max(100);
const TimeoutMinutes = number().positive().max(360).default(60);
/** A program of the team's that gives the probability of every row. */
const ScorePolicy = strictObject({
	command: Command,
	timeoutMinutes: TimeoutMinutes
});
/** model.yaml: everything people decide about a model. */
const ModelPolicy = strictObject({
	schema: literal("tidemark/model/v1"),
	model: Name,
	description: string().max(2e3).optional(),
	owners: array(Login).min(1).max(100),
	task: literal("binary"),
	/** What is registered; `onnx` when left out. */
	kind: ModelKind.optional(),
	/** What an opaque model takes and gives: whether a new version breaks its callers follows from it. */
	signature: Signature.optional(),
	data: strictObject({
		/** The contract, beside model.yaml. */
		contract: RelativePath.default("contract.yaml"),
		/** The contract's schema object that the files hold; needed where it has several. */
		object: string().min(1).max(63).optional(),
		files: union([Glob, array(Glob).min(1).max(1e3)]),
		/** The newest files by path are kept from training and judge the candidate. */
		holdout: strictObject({ newestFiles: int().min(1).max(1e3) }).default({ newestFiles: 1 }),
		violations: strictObject({
			action: ViolationAction.default("fail"),
			maxShare: number().min(0).max(1).default(0)
		}).default({
			action: "fail",
			maxShare: 0
		}),
		/** One SELECT from the contract's object and the lookups; its columns are the id, the label, the cluster and the model's features. */
		features: RelativePath.default("features.sql"),
		/** Committed tables that the queries may join by name besides the contract's object. */
		lookups: array(Lookup).max(20).refine((lookups) => new Set(lookups.map(({ name }) => name.toLowerCase())).size === lookups.length, "expected a different name for each lookup; case does not tell them apart").default([]),
		columns: strictObject({
			id: string().min(1),
			label: string().min(1),
			cluster: string().min(1).optional()
		})
	}),
	train: strictObject({
		executor: _enum(["embedded", "command"]).default("embedded"),
		command: Command.optional(),
		/** Training rows from another query than evaluation and serving: sampling, weights, a wider join. */
		features: RelativePath.optional(),
		parameters: Parameters.default({}),
		seed: int().min(0).max(2 ** 31 - 1).default(7),
		timeoutMinutes: TimeoutMinutes
	}),
	/** How an opaque model scores rows, so that the gate can judge it. */
	score: ScorePolicy.optional(),
	gate: GatePolicy,
	/** Left out, nothing watches the model. */
	monitor: MonitorPolicy.optional(),
	channels: record(Name, ChannelPolicy).refine((channels) => Object.keys(channels).length > 0, "expected at least one channel").default({ production: { approvals: 1 } }),
	/** How a merged version comes into production, by steps; without it, at once. */
	rollout: RolloutPolicy.optional(),
	/** When the assets of old versions are dropped; left out, never. */
	retention: RetentionPolicy.optional()
}).refine(({ kind, signature }) => signature === void 0 || kind === "opaque", {
	path: ["signature"],
	message: "expected kind: opaque beside a declared signature, since an ONNX model has its own in its bytes"
}).refine(({ kind, score }) => score === void 0 || kind === "opaque", {
	path: ["score"],
	message: "expected kind: opaque beside a score command, since the gate scores ONNX models itself"
}).refine(({ score, gate }) => score === void 0 || gate.budgets?.latencyP95Ms === void 0, {
	path: [
		"gate",
		"budgets",
		"latencyP95Ms"
	],
	message: "expected no latency budget beside a score command, of which the time for one row is not measured"
}).refine(({ kind, rollout }) => rollout === void 0 || kind !== "opaque", {
	path: ["rollout"],
	message: "expected no rollout for kind: opaque, since tidemark serve cannot run the model; left out, an approved promotion is settled at once"
});
// packages/schemas/src/waiver.ts
/** models/<model>/waivers/<id>.yaml on the default branch: an exception that an owner of the model answers for. */
const Waiver = strictObject({
	schema: literal("tidemark/waiver/v1"),
	model: Name,
	/** `rolled-back`: bytes that a rollout took back may be promoted to the channel again. */
	allows: literal("rolled-back"),
	channel: Name,
	version: Version,
	modelDigest: Sha256,
	reason: string().min(10, "expected a reason of at least 10 characters").max(4096),
	/** One of the model's owners. */
	owner: Login,
	/** Until when, by GitHub's clock. */
	expires: Timestamp
});
// packages/schemas/src/drift-shard.ts
/** Which of several parts of the data: 2 of 5. */
const ShardPart = strictObject({
	index: int().min(1),
	of: int().min(1).max(1e3)
}).refine(({ index, of }) => index <= of, "there are fewer parts");
/** Profiles of single days, each of which adds up with those of other days and other shards. */
const DayProfiles = array(DriftProfile.refine(({ days }) => days.length === 1, "expected one day")).max(1e4).refine((profiles) => new Set(profiles.map(({ days }) => days[0])).size === profiles.length, "a day is there twice");
/**
* What one matrix job counted of a model's data: its files, and its rows of each day on a plan's edges. It travels between the jobs of a
* run and is never stored.
*/
const DriftShard = strictObject({
	schema: literal("tidemark/drift-shard/v1"),
	model: Name,
	/** Id of the baseline, or of the laid plan of one, on whose edges it was counted. */
	plan: Sha256,
	/** Digest of contract and violation policy, which say what rows are accepted. */
	acceptance: Sha256,
	part: ShardPart,
	dataset: Dataset,
	/** The last day with rows, of those that had come; null where no row has such a day. */
	newest: CalendarDate.nullable(),
	/** Days after the reference period that are in no decided window. */
	days: DayProfiles,
	/** What it has of the reference; null where it has none of it, or the plan is a baseline that was counted already. */
	reference: strictObject({
		dataset: Dataset,
		days: DayProfiles
	}).nullable()
}).refine(({ newest, days }) => days.every(({ days: [day = ""] }) => newest !== null && day <= newest), {
	error: "there are days after it",
	path: ["newest"]
});
// packages/schemas/src/drift-window.ts
/** What windows are called where they are told of together: by their own kind, and `window` where they have none or several. */
function windowKind(checks) {
	const [first, ...others] = new Set(checks.map(kindOf));
	return first === void 0 || others.length > 0 ? "window" : first;
}
/** `week of 2001-04-23`, `day 2001-04-23`, or `window 2001-04-23 until 2001-05-02`; `show` writes a date for other readers. */
function windowName(check, show = (date) => date) {
	return `${words[kindOf(check)]} ${windowDates(check, show)}`;
}
/** One window's name, or several under one word: `weeks of 2001-04-23, 2001-04-30`. */
function windowNames(checks) {
	const [first, ...others] = checks;
	if (first === void 0) return "no window";
	if (others.length === 0) return windowName(first);
	return `${plurals[windowKind(checks)]} ${checks.map((check) => windowDates(check)).join(", ")}`;
}
/** A window's name without the word for it: its first day, or for a window of so many rows both ends. */
function windowDates(check, show = (date) => date) {
	const { start, end } = check.window;
	return kindOf(check) === "window" ? `${show(start)} until ${show(end)}` : show(start);
}
const words = {
	week: "week of",
	day: "day",
	window: "window"
};
const plurals = {
	week: "weeks of",
	day: "days",
	window: "windows"
};
function kindOf({ policy }) {
	if (!("windows" in policy)) return "week";
	return typeof policy.windows === "string" ? policy.windows : "window";
}
// packages/schemas/src/identity.ts
/**
* SHA-256 over the raw SHA-256 digests of the files in code-point order of their paths: the subject digest of
* OpenSSF Model Signing v1.0 (method `files`).
*/
function modelDigest(files) {
	const sorted = [...files].sort((a, b) => compareCodePoints(a.path, b.path));
	return sha256(Buffer.concat(sorted.map((file) => Buffer.from(file.sha256, "hex"))));
}
/** The digest of a model: of its files, or of the container image that it is. */
function digestOfModel({ files, image }) {
	return image === void 0 ? modelDigest(files) : image.digest;
}
/** The id of an event: no clock, no counter. */
function eventId(event) {
	return digestOf({
		type: event.type,
		subject: event.subject,
		cause: event.cause
	});
}
/**
* The digest of a dataset: its files' bytes in the order given (path order), and what their folders give as columns; wherever
* else the files lie.
*/
function datasetDigest(dataset) {
	return digestOf(dataset.files.map(({ sha256, sizeBytes, partition }) => ({
		sha256,
		sizeBytes,
		...partition === void 0 ? {} : { partition }
	})));
}
/**
* What tells the rows of a file from those of others, as text: its bytes, and what its folders give. With `names`, of these
* columns alone: files are the same as far as those who knew no other column can tell.
*/
function rowsOfFile({ sha256, partition = {} }, names = Object.keys(partition)) {
	const given = Object.entries(partition).filter(([name]) => names.includes(name));
	return given.length === 0 ? sha256 : canonicalJson({
		sha256,
		partition: Object.fromEntries(given)
	});
}
/** Names of the columns that folders give of any of these files. */
function partitionColumns(files) {
	return [...new Set(files.flatMap(({ partition = {} }) => Object.keys(partition)))];
}
/** Where a lookup of `data.lookups` lies among a model's files. */
function lookupPath({ name, file }) {
	return `lookups/${name}${/\.parquet$/i.test(file) ? ".parquet" : ".csv"}`;
}
/** The lookups among a model's files, by name. */
function lookupFiles(files) {
	return files.flatMap((file) => {
		const name = /^lookups\/([^/]+)\.(?:csv|parquet)$/.exec(file.path)?.[1];
		return name === void 0 ? [] : [{
			name,
			file
		}];
	});
}
/**
* What names a features query: the SHA-256 of its text, or with lookups the digest of its text's and theirs, so that other
* bytes in a lookup are another query.
*/
function featuresDigest(querySha256, lookups) {
	if (lookups.length === 0) return querySha256;
	const named = lookups.map(({ name, sha256 }) => ({
		name: name.toLowerCase(),
		sha256
	}));
	return digestOf({
		query: querySha256,
		lookups: named.sort((a, b) => compareCodePoints(a.name, b.name))
	});
}
/** The id of a contract's verdict: what was judged, by which contract, and how violations are handled. */
function validationId(validation) {
	return digestOf({
		dataset: validation.dataset,
		contract: validation.contract.sha256,
		violations: validation.violations
	});
}
/**
* The id of a training run: everything it was computed from, and the model that came out, since not every trainer
* gives the same bytes for the same input.
*/
function runId(run) {
	const { model, source, executor, trainer, seed, parameters, data, output } = run;
	const { repository, sha } = source;
	return digestOf({
		model,
		repository,
		sha,
		executor,
		trainer,
		seed,
		parameters,
		data,
		modelDigest: output.modelDigest
	});
}
/**
* The id of a gate's decision: who was compared with whom, on which rows, under which policy, and the verdict. A latency is
* another one each time it is measured, so statistics are left out; where it turns the verdict, that is another decision.
*/
function evaluationId(evaluation) {
	const { challenger, champion, holdout, policyDigest, verdict } = evaluation;
	return digestOf({
		challenger: challenger.modelDigest,
		champion: champion?.modelDigest ?? null,
		holdout,
		policyDigest,
		verdict
	});
}
/** How another fact refers to a document stored at `path`. */
function referTo(path, document) {
	return {
		path,
		sha256: sha256(canonicalJson(document))
	};
}
function compareCodePoints(a, b) {
	return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
// packages/schemas/src/layout.ts
/** Where each document lies. Facts are paths on the registry branch, intent is below the policy root. */
const layout = {
	version: (model, version) => `models/${model}/versions/${version}.json`,
	versions: (model) => `models/${model}/versions`,
	byDigest: (model, digest) => sharded(model, "by-digest", digest),
	dataset: (model, digest) => sharded(model, "datasets", digest),
	validation: (model, id) => sharded(model, "validations", id),
	evaluation: (model, id) => sharded(model, "evaluations", id),
	/** Runs are filed by the month of the source commit, which a retry cannot change. */
	run: (model, id, committedAt) => `models/${model}/runs/${committedAt.slice(0, 4)}/${committedAt.slice(5, 7)}/${id}.json`,
	baseline: (model, id) => sharded(model, "baselines", id),
	/** Drift checks are filed by the month their window starts in; `start` is a date. */
	drift: (model, id, start) => `models/${model}/drift/${start.slice(0, 4)}/${start.slice(5, 7)}/${start}-${id}.json`,
	/** Checks of performance are filed by the month their week starts in. */
	performance: (model, id, start) => `models/${model}/performance/${start.slice(0, 4)}/${start.slice(5, 7)}/${start}-${id}.json`,
	event: (model, id, type) => `models/${model}/events/${id.slice(0, 2)}/${id}-${type}.json`,
	policy: (root, model) => `${root}/${model}/model.yaml`,
	channel: (root, model, channel) => `${root}/${model}/channels/${channel}.json`,
	waivers: (root, model) => `${root}/${model}/waivers`,
	/** GTO's grammar for a registered version. */
	versionTag: (model, version) => `${model}@v${version}`,
	/** GTO's grammar for a stage assignment; the counter is the channel's `seq`. */
	channelTag: (model, channel, seq) => `${model}#${channel}#${seq}`,
	promotionBranch: (model, channel, version) => `tidemark/${model}/${channel}/${version}`,
	/** One for each `seq`: a channel goes back to one version at a time. */
	rollbackBranch: (model, channel, seq) => `tidemark/${model}/${channel}/rollback-${seq}`
};
function sharded(model, kind, id) {
	return `models/${model}/${kind}/${id.slice(0, 2)}/${id}.json`;
}
export { DriftProfile as A, writeNumbers as B, RolloutState as C, Evaluation as D, rolloutLayout as E, PerformanceCheck as F, RecordedEvent as G, Dataset as H, PerformancePolicy as I, Validation as J, RegistryEvent as K, performanceMetricNames as L, readAtEdge as M, MonitorPolicy as N, metricNames as O, OutcomeFiles as P, Period as R, RolloutPolicy as S, latencyEdgesMs as T, DigestEntry as U, ChannelIntent as V, ImageReference as W, eventTypes as X, VersionManifest as Y, windowName as _, eventId as a, Waiver as b, lookupPath as c, referTo as d, rowsOfFile as f, windowKind as g, windowDates as h, evaluationId as i, Baseline as j, DriftCheck as k, modelDigest as l, validationId as m, datasetDigest as n, featuresDigest as o, runId as p, Run as q, digestOfModel as r, lookupFiles as s, layout as t, partitionColumns as u, windowNames as v, Telemetry as w, ModelPolicy as x, DriftShard as y, readNumbers as z };
