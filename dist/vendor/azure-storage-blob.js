import { n as e } from "../lazy/rolldown-runtime.js";
import { d as t, i as n, u as r } from "./azure-core-rest-pipeline.js";
import { t as i } from "./azure-core-auth.js";
import { n as a, r as o, s } from "./azure-core-util.js";
import { t as c } from "./azure-abort-controller.js";
import { a as l, c as u, d, f as ee, i as te, l as f, n as ne, o as p, r as re, s as ie, t as ae, u as oe } from "./azure-storage-common.js";
import { n as se, r as ce, t as le } from "./azure-core-http-compat.js";
import { i as ue, r as de, t as fe } from "./azure-core-client.js";
import { n as pe, t as me } from "./azure-core-xml.js";
import { t as he } from "./azure-logger.js";
import { t as ge } from "./azure-core-lro.js";
import { t as _e } from "./azure-core-tracing.js";
import { Buffer as ve } from "buffer";
import ye from "node:fs";
import { Readable as be } from "node:stream";
import { EventEmitter as xe } from "events";
import Se from "node:util";
const Ce = he(`storage-blob`), we = `12.31.0`, Te = `2026-02-06`, Ee = 5e4, De = 4194304, Oe = { Parameters: {
	FORCE_BROWSER_NO_CACHE: `_`,
	SIGNATURE: `sig`,
	SNAPSHOT: `snapshot`,
	VERSIONID: `versionid`,
	TIMEOUT: `timeout`
} }, ke = `Access-Control-Allow-Origin.Cache-Control.Content-Length.Content-Type.Date.Request-Id.traceparent.Transfer-Encoding.User-Agent.x-ms-client-request-id.x-ms-date.x-ms-error-code.x-ms-request-id.x-ms-return-client-request-id.x-ms-version.Accept-Ranges.Content-Disposition.Content-Encoding.Content-Language.Content-MD5.Content-Range.ETag.Last-Modified.Server.Vary.x-ms-content-crc64.x-ms-copy-action.x-ms-copy-completion-time.x-ms-copy-id.x-ms-copy-progress.x-ms-copy-status.x-ms-has-immutability-policy.x-ms-has-legal-hold.x-ms-lease-state.x-ms-lease-status.x-ms-range.x-ms-request-server-encrypted.x-ms-server-encrypted.x-ms-snapshot.x-ms-source-range.If-Match.If-Modified-Since.If-None-Match.If-Unmodified-Since.x-ms-access-tier.x-ms-access-tier-change-time.x-ms-access-tier-inferred.x-ms-account-kind.x-ms-archive-status.x-ms-blob-append-offset.x-ms-blob-cache-control.x-ms-blob-committed-block-count.x-ms-blob-condition-appendpos.x-ms-blob-condition-maxsize.x-ms-blob-content-disposition.x-ms-blob-content-encoding.x-ms-blob-content-language.x-ms-blob-content-length.x-ms-blob-content-md5.x-ms-blob-content-type.x-ms-blob-public-access.x-ms-blob-sequence-number.x-ms-blob-type.x-ms-copy-destination-snapshot.x-ms-creation-time.x-ms-default-encryption-scope.x-ms-delete-snapshots.x-ms-delete-type-permanent.x-ms-deny-encryption-scope-override.x-ms-encryption-algorithm.x-ms-if-sequence-number-eq.x-ms-if-sequence-number-le.x-ms-if-sequence-number-lt.x-ms-incremental-copy.x-ms-lease-action.x-ms-lease-break-period.x-ms-lease-duration.x-ms-lease-id.x-ms-lease-time.x-ms-page-write.x-ms-proposed-lease-id.x-ms-range-get-content-md5.x-ms-rehydrate-priority.x-ms-sequence-number-action.x-ms-sku-name.x-ms-source-content-md5.x-ms-source-if-match.x-ms-source-if-modified-since.x-ms-source-if-none-match.x-ms-source-if-unmodified-since.x-ms-tag-count.x-ms-encryption-key-sha256.x-ms-copy-source-error-code.x-ms-copy-source-status-code.x-ms-if-tags.x-ms-source-if-tags`.split(`.`), Ae = `comp.maxresults.rscc.rscd.rsce.rscl.rsct.se.si.sip.sp.spr.sr.srt.ss.st.sv.include.marker.prefix.copyid.restype.blockid.blocklisttype.delimiter.prevsnapshot.ske.skoid.sks.skt.sktid.skv.snapshot`.split(`.`), je = [
	`10000`,
	`10001`,
	`10002`,
	`10003`,
	`10004`,
	`10100`,
	`10101`,
	`10102`,
	`10103`,
	`10104`,
	`11000`,
	`11001`,
	`11002`,
	`11003`,
	`11004`,
	`11100`,
	`11101`,
	`11102`,
	`11103`,
	`11104`
];
function Me(e) {
	if (!e || typeof e != `object`) return !1;
	let t = e;
	return Array.isArray(t.factories) && typeof t.options == `object` && typeof t.toServiceClientOptions == `function`;
}
var Ne = class {
	factories;
	options;
	constructor(e, t = {}) {
		this.factories = e, this.options = t;
	}
	toServiceClientOptions() {
		return {
			httpClient: this.options.httpClient,
			requestPolicyFactories: this.factories
		};
	}
};
function m(e, t = {}) {
	e ||= new f();
	let n = new Ne([], t);
	return n._credential = e, n;
}
function Pe(e) {
	let t = [
		Re,
		Le,
		ze,
		Be,
		Ve,
		He,
		We
	];
	if (e.factories.length) {
		let n = e.factories.filter((e) => !t.some((t) => t(e)));
		if (n.length) {
			let e = n.some((e) => Ue(e));
			return {
				wrappedPolicies: se(n),
				afterRetry: e
			};
		}
	}
}
function Fe(e) {
	let { httpClient: r, ...a } = e.options, o = e._coreHttpClient;
	o || (o = r ? le(r) : d(), e._coreHttpClient = o);
	let s = e._corePipeline;
	if (!s) {
		let r = `azsdk-js-azure-storage-blob/${we}`, o = a.userAgentOptions && a.userAgentOptions.userAgentPrefix ? `${a.userAgentOptions.userAgentPrefix} ${r}` : `${r}`;
		s = de({
			...a,
			loggingOptions: {
				additionalAllowedHeaderNames: ke,
				additionalAllowedQueryParameters: Ae,
				logger: Ce.info
			},
			userAgentOptions: { userAgentPrefix: o },
			serializationOptions: {
				stringifyXML: pe,
				serializerOptions: { xml: { xmlCharKey: `#` } }
			},
			deserializationOptions: {
				parseXML: me,
				serializerOptions: { xml: { xmlCharKey: `#` } }
			}
		}), s.removePolicy({ phase: `Retry` }), s.removePolicy({ name: t }), s.addPolicy(l()), s.addPolicy(te(a.retryOptions), { phase: `Retry` }), s.addPolicy(ne()), s.addPolicy(p());
		let c = Pe(e);
		c && s.addPolicy(c.wrappedPolicies, c.afterRetry ? { afterPhase: `Retry` } : void 0);
		let d = Ie(e);
		i(d) ? s.addPolicy(n({
			credential: d,
			scopes: a.audience ?? `https://storage.azure.com/.default`,
			challengeCallbacks: { authorizeRequestOnChallenge: fe }
		}), { phase: `Sign` }) : d instanceof u && s.addPolicy(re({
			accountName: d.accountName,
			accountKey: d.accountKey
		}), { phase: `Sign` }), e._corePipeline = s;
	}
	return {
		...a,
		allowInsecureConnection: !0,
		httpClient: o,
		pipeline: s
	};
}
function Ie(e) {
	if (e._credential) return e._credential;
	let t = new f();
	for (let n of e.factories) if (i(n.credential)) t = n.credential;
	else if (Le(n)) return n;
	return t;
}
function Le(e) {
	return e instanceof u || e.constructor.name === `StorageSharedKeyCredential`;
}
function Re(e) {
	return e instanceof f || e.constructor.name === `AnonymousCredential`;
}
function ze(e) {
	return i(e.credential);
}
function Be(e) {
	return e instanceof oe || e.constructor.name === `StorageBrowserPolicyFactory`;
}
function Ve(e) {
	return e instanceof ie || e.constructor.name === `StorageRetryPolicyFactory`;
}
function He(e) {
	return e.constructor.name === `TelemetryPolicyFactory`;
}
function Ue(e) {
	return e.constructor.name === `InjectorPolicyFactory`;
}
function We(e) {
	let t = [
		`GenerateClientRequestIdPolicy`,
		`TracingPolicy`,
		`LogPolicy`,
		`ProxyPolicy`,
		`DisableResponseDecompressionPolicy`,
		`KeepAlivePolicy`,
		`DeserializationPolicy`
	], n = e.create({ sendRequest: async (e) => ({
		request: e,
		headers: e.headers.clone(),
		status: 500
	}) }, {
		log(e, t) {},
		shouldLog(e) {
			return !1;
		}
	}).constructor.name;
	return t.some((e) => n.startsWith(e));
}
var Ge = e({
	AccessPolicy: () => ut,
	AppendBlobAppendBlockExceptionHeaders: () => Kr,
	AppendBlobAppendBlockFromUrlExceptionHeaders: () => Jr,
	AppendBlobAppendBlockFromUrlHeaders: () => qr,
	AppendBlobAppendBlockHeaders: () => Gr,
	AppendBlobCreateExceptionHeaders: () => Wr,
	AppendBlobCreateHeaders: () => Ur,
	AppendBlobSealExceptionHeaders: () => Xr,
	AppendBlobSealHeaders: () => Yr,
	ArrowConfiguration: () => At,
	ArrowField: () => jt,
	BlobAbortCopyFromURLExceptionHeaders: () => mr,
	BlobAbortCopyFromURLHeaders: () => pr,
	BlobAcquireLeaseExceptionHeaders: () => Qn,
	BlobAcquireLeaseHeaders: () => Zn,
	BlobBreakLeaseExceptionHeaders: () => or,
	BlobBreakLeaseHeaders: () => ar,
	BlobChangeLeaseExceptionHeaders: () => ir,
	BlobChangeLeaseHeaders: () => rr,
	BlobCopyFromURLExceptionHeaders: () => fr,
	BlobCopyFromURLHeaders: () => dr,
	BlobCreateSnapshotExceptionHeaders: () => cr,
	BlobCreateSnapshotHeaders: () => sr,
	BlobDeleteExceptionHeaders: () => In,
	BlobDeleteHeaders: () => Fn,
	BlobDeleteImmutabilityPolicyExceptionHeaders: () => Kn,
	BlobDeleteImmutabilityPolicyHeaders: () => Gn,
	BlobDownloadExceptionHeaders: () => Mn,
	BlobDownloadHeaders: () => jn,
	BlobFlatListSegment: () => ft,
	BlobGetAccountInfoExceptionHeaders: () => vr,
	BlobGetAccountInfoHeaders: () => _r,
	BlobGetPropertiesExceptionHeaders: () => Pn,
	BlobGetPropertiesHeaders: () => Nn,
	BlobGetTagsExceptionHeaders: () => Sr,
	BlobGetTagsHeaders: () => xr,
	BlobHierarchyListSegment: () => _t,
	BlobItemInternal: () => pt,
	BlobName: () => mt,
	BlobPrefix: () => vt,
	BlobPropertiesInternal: () => ht,
	BlobQueryExceptionHeaders: () => br,
	BlobQueryHeaders: () => yr,
	BlobReleaseLeaseExceptionHeaders: () => er,
	BlobReleaseLeaseHeaders: () => $n,
	BlobRenewLeaseExceptionHeaders: () => nr,
	BlobRenewLeaseHeaders: () => tr,
	BlobServiceProperties: () => Ke,
	BlobServiceStatistics: () => Qe,
	BlobSetExpiryExceptionHeaders: () => Bn,
	BlobSetExpiryHeaders: () => zn,
	BlobSetHttpHeadersExceptionHeaders: () => Hn,
	BlobSetHttpHeadersHeaders: () => Vn,
	BlobSetImmutabilityPolicyExceptionHeaders: () => Wn,
	BlobSetImmutabilityPolicyHeaders: () => Un,
	BlobSetLegalHoldExceptionHeaders: () => Jn,
	BlobSetLegalHoldHeaders: () => qn,
	BlobSetMetadataExceptionHeaders: () => Xn,
	BlobSetMetadataHeaders: () => Yn,
	BlobSetTagsExceptionHeaders: () => wr,
	BlobSetTagsHeaders: () => Cr,
	BlobSetTierExceptionHeaders: () => gr,
	BlobSetTierHeaders: () => hr,
	BlobStartCopyFromURLExceptionHeaders: () => ur,
	BlobStartCopyFromURLHeaders: () => lr,
	BlobTag: () => ct,
	BlobTags: () => st,
	BlobUndeleteExceptionHeaders: () => Rn,
	BlobUndeleteHeaders: () => Ln,
	Block: () => xt,
	BlockBlobCommitBlockListExceptionHeaders: () => oi,
	BlockBlobCommitBlockListHeaders: () => ai,
	BlockBlobGetBlockListExceptionHeaders: () => ci,
	BlockBlobGetBlockListHeaders: () => si,
	BlockBlobPutBlobFromUrlExceptionHeaders: () => ei,
	BlockBlobPutBlobFromUrlHeaders: () => $r,
	BlockBlobStageBlockExceptionHeaders: () => ni,
	BlockBlobStageBlockFromURLExceptionHeaders: () => ii,
	BlockBlobStageBlockFromURLHeaders: () => ri,
	BlockBlobStageBlockHeaders: () => ti,
	BlockBlobUploadExceptionHeaders: () => Qr,
	BlockBlobUploadHeaders: () => Zr,
	BlockList: () => bt,
	BlockLookupList: () => yt,
	ClearRange: () => wt,
	ContainerAcquireLeaseExceptionHeaders: () => gn,
	ContainerAcquireLeaseHeaders: () => hn,
	ContainerBreakLeaseExceptionHeaders: () => Sn,
	ContainerBreakLeaseHeaders: () => xn,
	ContainerChangeLeaseExceptionHeaders: () => wn,
	ContainerChangeLeaseHeaders: () => Cn,
	ContainerCreateExceptionHeaders: () => Yt,
	ContainerCreateHeaders: () => Jt,
	ContainerDeleteExceptionHeaders: () => $t,
	ContainerDeleteHeaders: () => Qt,
	ContainerFilterBlobsExceptionHeaders: () => mn,
	ContainerFilterBlobsHeaders: () => pn,
	ContainerGetAccessPolicyExceptionHeaders: () => rn,
	ContainerGetAccessPolicyHeaders: () => nn,
	ContainerGetAccountInfoExceptionHeaders: () => An,
	ContainerGetAccountInfoHeaders: () => kn,
	ContainerGetPropertiesExceptionHeaders: () => Zt,
	ContainerGetPropertiesHeaders: () => Xt,
	ContainerItem: () => tt,
	ContainerListBlobFlatSegmentExceptionHeaders: () => En,
	ContainerListBlobFlatSegmentHeaders: () => Tn,
	ContainerListBlobHierarchySegmentExceptionHeaders: () => On,
	ContainerListBlobHierarchySegmentHeaders: () => Dn,
	ContainerProperties: () => nt,
	ContainerReleaseLeaseExceptionHeaders: () => vn,
	ContainerReleaseLeaseHeaders: () => _n,
	ContainerRenameExceptionHeaders: () => un,
	ContainerRenameHeaders: () => ln,
	ContainerRenewLeaseExceptionHeaders: () => bn,
	ContainerRenewLeaseHeaders: () => yn,
	ContainerRestoreExceptionHeaders: () => cn,
	ContainerRestoreHeaders: () => sn,
	ContainerSetAccessPolicyExceptionHeaders: () => on,
	ContainerSetAccessPolicyHeaders: () => an,
	ContainerSetMetadataExceptionHeaders: () => tn,
	ContainerSetMetadataHeaders: () => en,
	ContainerSubmitBatchExceptionHeaders: () => fn,
	ContainerSubmitBatchHeaders: () => dn,
	CorsRule: () => Xe,
	DelimitedTextConfiguration: () => Ot,
	FilterBlobItem: () => ot,
	FilterBlobSegment: () => at,
	GeoReplication: () => $e,
	JsonTextConfiguration: () => kt,
	KeyInfo: () => rt,
	ListBlobsFlatSegmentResponse: () => dt,
	ListBlobsHierarchySegmentResponse: () => gt,
	ListContainersSegmentResponse: () => et,
	Logging: () => qe,
	Metrics: () => Ye,
	PageBlobClearPagesExceptionHeaders: () => Ar,
	PageBlobClearPagesHeaders: () => kr,
	PageBlobCopyIncrementalExceptionHeaders: () => Hr,
	PageBlobCopyIncrementalHeaders: () => Vr,
	PageBlobCreateExceptionHeaders: () => Er,
	PageBlobCreateHeaders: () => Tr,
	PageBlobGetPageRangesDiffExceptionHeaders: () => Ir,
	PageBlobGetPageRangesDiffHeaders: () => Fr,
	PageBlobGetPageRangesExceptionHeaders: () => Pr,
	PageBlobGetPageRangesHeaders: () => Nr,
	PageBlobResizeExceptionHeaders: () => Rr,
	PageBlobResizeHeaders: () => Lr,
	PageBlobUpdateSequenceNumberExceptionHeaders: () => Br,
	PageBlobUpdateSequenceNumberHeaders: () => zr,
	PageBlobUploadPagesExceptionHeaders: () => Or,
	PageBlobUploadPagesFromURLExceptionHeaders: () => Mr,
	PageBlobUploadPagesFromURLHeaders: () => jr,
	PageBlobUploadPagesHeaders: () => Dr,
	PageList: () => St,
	PageRange: () => Ct,
	QueryFormat: () => Dt,
	QueryRequest: () => Tt,
	QuerySerialization: () => Et,
	RetentionPolicy: () => Je,
	ServiceFilterBlobsExceptionHeaders: () => qt,
	ServiceFilterBlobsHeaders: () => Kt,
	ServiceGetAccountInfoExceptionHeaders: () => Ut,
	ServiceGetAccountInfoHeaders: () => Ht,
	ServiceGetPropertiesExceptionHeaders: () => Ft,
	ServiceGetPropertiesHeaders: () => Pt,
	ServiceGetStatisticsExceptionHeaders: () => Lt,
	ServiceGetStatisticsHeaders: () => It,
	ServiceGetUserDelegationKeyExceptionHeaders: () => Vt,
	ServiceGetUserDelegationKeyHeaders: () => Bt,
	ServiceListContainersSegmentExceptionHeaders: () => zt,
	ServiceListContainersSegmentHeaders: () => Rt,
	ServiceSetPropertiesExceptionHeaders: () => Nt,
	ServiceSetPropertiesHeaders: () => Mt,
	ServiceSubmitBatchExceptionHeaders: () => Gt,
	ServiceSubmitBatchHeaders: () => Wt,
	SignedIdentifier: () => lt,
	StaticWebsite: () => Ze,
	StorageError: () => h,
	UserDelegationKey: () => it
});
const Ke = {
	serializedName: `BlobServiceProperties`,
	xmlName: `StorageServiceProperties`,
	type: {
		name: `Composite`,
		className: `BlobServiceProperties`,
		modelProperties: {
			blobAnalyticsLogging: {
				serializedName: `Logging`,
				xmlName: `Logging`,
				type: {
					name: `Composite`,
					className: `Logging`
				}
			},
			hourMetrics: {
				serializedName: `HourMetrics`,
				xmlName: `HourMetrics`,
				type: {
					name: `Composite`,
					className: `Metrics`
				}
			},
			minuteMetrics: {
				serializedName: `MinuteMetrics`,
				xmlName: `MinuteMetrics`,
				type: {
					name: `Composite`,
					className: `Metrics`
				}
			},
			cors: {
				serializedName: `Cors`,
				xmlName: `Cors`,
				xmlIsWrapped: !0,
				xmlElementName: `CorsRule`,
				type: {
					name: `Sequence`,
					element: { type: {
						name: `Composite`,
						className: `CorsRule`
					} }
				}
			},
			defaultServiceVersion: {
				serializedName: `DefaultServiceVersion`,
				xmlName: `DefaultServiceVersion`,
				type: { name: `String` }
			},
			deleteRetentionPolicy: {
				serializedName: `DeleteRetentionPolicy`,
				xmlName: `DeleteRetentionPolicy`,
				type: {
					name: `Composite`,
					className: `RetentionPolicy`
				}
			},
			staticWebsite: {
				serializedName: `StaticWebsite`,
				xmlName: `StaticWebsite`,
				type: {
					name: `Composite`,
					className: `StaticWebsite`
				}
			}
		}
	}
}, qe = {
	serializedName: `Logging`,
	type: {
		name: `Composite`,
		className: `Logging`,
		modelProperties: {
			version: {
				serializedName: `Version`,
				required: !0,
				xmlName: `Version`,
				type: { name: `String` }
			},
			deleteProperty: {
				serializedName: `Delete`,
				required: !0,
				xmlName: `Delete`,
				type: { name: `Boolean` }
			},
			read: {
				serializedName: `Read`,
				required: !0,
				xmlName: `Read`,
				type: { name: `Boolean` }
			},
			write: {
				serializedName: `Write`,
				required: !0,
				xmlName: `Write`,
				type: { name: `Boolean` }
			},
			retentionPolicy: {
				serializedName: `RetentionPolicy`,
				xmlName: `RetentionPolicy`,
				type: {
					name: `Composite`,
					className: `RetentionPolicy`
				}
			}
		}
	}
}, Je = {
	serializedName: `RetentionPolicy`,
	type: {
		name: `Composite`,
		className: `RetentionPolicy`,
		modelProperties: {
			enabled: {
				serializedName: `Enabled`,
				required: !0,
				xmlName: `Enabled`,
				type: { name: `Boolean` }
			},
			days: {
				constraints: { InclusiveMinimum: 1 },
				serializedName: `Days`,
				xmlName: `Days`,
				type: { name: `Number` }
			}
		}
	}
}, Ye = {
	serializedName: `Metrics`,
	type: {
		name: `Composite`,
		className: `Metrics`,
		modelProperties: {
			version: {
				serializedName: `Version`,
				xmlName: `Version`,
				type: { name: `String` }
			},
			enabled: {
				serializedName: `Enabled`,
				required: !0,
				xmlName: `Enabled`,
				type: { name: `Boolean` }
			},
			includeAPIs: {
				serializedName: `IncludeAPIs`,
				xmlName: `IncludeAPIs`,
				type: { name: `Boolean` }
			},
			retentionPolicy: {
				serializedName: `RetentionPolicy`,
				xmlName: `RetentionPolicy`,
				type: {
					name: `Composite`,
					className: `RetentionPolicy`
				}
			}
		}
	}
}, Xe = {
	serializedName: `CorsRule`,
	type: {
		name: `Composite`,
		className: `CorsRule`,
		modelProperties: {
			allowedOrigins: {
				serializedName: `AllowedOrigins`,
				required: !0,
				xmlName: `AllowedOrigins`,
				type: { name: `String` }
			},
			allowedMethods: {
				serializedName: `AllowedMethods`,
				required: !0,
				xmlName: `AllowedMethods`,
				type: { name: `String` }
			},
			allowedHeaders: {
				serializedName: `AllowedHeaders`,
				required: !0,
				xmlName: `AllowedHeaders`,
				type: { name: `String` }
			},
			exposedHeaders: {
				serializedName: `ExposedHeaders`,
				required: !0,
				xmlName: `ExposedHeaders`,
				type: { name: `String` }
			},
			maxAgeInSeconds: {
				constraints: { InclusiveMinimum: 0 },
				serializedName: `MaxAgeInSeconds`,
				required: !0,
				xmlName: `MaxAgeInSeconds`,
				type: { name: `Number` }
			}
		}
	}
}, Ze = {
	serializedName: `StaticWebsite`,
	type: {
		name: `Composite`,
		className: `StaticWebsite`,
		modelProperties: {
			enabled: {
				serializedName: `Enabled`,
				required: !0,
				xmlName: `Enabled`,
				type: { name: `Boolean` }
			},
			indexDocument: {
				serializedName: `IndexDocument`,
				xmlName: `IndexDocument`,
				type: { name: `String` }
			},
			errorDocument404Path: {
				serializedName: `ErrorDocument404Path`,
				xmlName: `ErrorDocument404Path`,
				type: { name: `String` }
			},
			defaultIndexDocumentPath: {
				serializedName: `DefaultIndexDocumentPath`,
				xmlName: `DefaultIndexDocumentPath`,
				type: { name: `String` }
			}
		}
	}
}, h = {
	serializedName: `StorageError`,
	type: {
		name: `Composite`,
		className: `StorageError`,
		modelProperties: {
			message: {
				serializedName: `Message`,
				xmlName: `Message`,
				type: { name: `String` }
			},
			copySourceStatusCode: {
				serializedName: `CopySourceStatusCode`,
				xmlName: `CopySourceStatusCode`,
				type: { name: `Number` }
			},
			copySourceErrorCode: {
				serializedName: `CopySourceErrorCode`,
				xmlName: `CopySourceErrorCode`,
				type: { name: `String` }
			},
			copySourceErrorMessage: {
				serializedName: `CopySourceErrorMessage`,
				xmlName: `CopySourceErrorMessage`,
				type: { name: `String` }
			},
			code: {
				serializedName: `Code`,
				xmlName: `Code`,
				type: { name: `String` }
			},
			authenticationErrorDetail: {
				serializedName: `AuthenticationErrorDetail`,
				xmlName: `AuthenticationErrorDetail`,
				type: { name: `String` }
			}
		}
	}
}, Qe = {
	serializedName: `BlobServiceStatistics`,
	xmlName: `StorageServiceStats`,
	type: {
		name: `Composite`,
		className: `BlobServiceStatistics`,
		modelProperties: { geoReplication: {
			serializedName: `GeoReplication`,
			xmlName: `GeoReplication`,
			type: {
				name: `Composite`,
				className: `GeoReplication`
			}
		} }
	}
}, $e = {
	serializedName: `GeoReplication`,
	type: {
		name: `Composite`,
		className: `GeoReplication`,
		modelProperties: {
			status: {
				serializedName: `Status`,
				required: !0,
				xmlName: `Status`,
				type: {
					name: `Enum`,
					allowedValues: [
						`live`,
						`bootstrap`,
						`unavailable`
					]
				}
			},
			lastSyncOn: {
				serializedName: `LastSyncTime`,
				required: !0,
				xmlName: `LastSyncTime`,
				type: { name: `DateTimeRfc1123` }
			}
		}
	}
}, et = {
	serializedName: `ListContainersSegmentResponse`,
	xmlName: `EnumerationResults`,
	type: {
		name: `Composite`,
		className: `ListContainersSegmentResponse`,
		modelProperties: {
			serviceEndpoint: {
				serializedName: `ServiceEndpoint`,
				required: !0,
				xmlName: `ServiceEndpoint`,
				xmlIsAttribute: !0,
				type: { name: `String` }
			},
			prefix: {
				serializedName: `Prefix`,
				xmlName: `Prefix`,
				type: { name: `String` }
			},
			marker: {
				serializedName: `Marker`,
				xmlName: `Marker`,
				type: { name: `String` }
			},
			maxPageSize: {
				serializedName: `MaxResults`,
				xmlName: `MaxResults`,
				type: { name: `Number` }
			},
			containerItems: {
				serializedName: `ContainerItems`,
				required: !0,
				xmlName: `Containers`,
				xmlIsWrapped: !0,
				xmlElementName: `Container`,
				type: {
					name: `Sequence`,
					element: { type: {
						name: `Composite`,
						className: `ContainerItem`
					} }
				}
			},
			continuationToken: {
				serializedName: `NextMarker`,
				xmlName: `NextMarker`,
				type: { name: `String` }
			}
		}
	}
}, tt = {
	serializedName: `ContainerItem`,
	xmlName: `Container`,
	type: {
		name: `Composite`,
		className: `ContainerItem`,
		modelProperties: {
			name: {
				serializedName: `Name`,
				required: !0,
				xmlName: `Name`,
				type: { name: `String` }
			},
			deleted: {
				serializedName: `Deleted`,
				xmlName: `Deleted`,
				type: { name: `Boolean` }
			},
			version: {
				serializedName: `Version`,
				xmlName: `Version`,
				type: { name: `String` }
			},
			properties: {
				serializedName: `Properties`,
				xmlName: `Properties`,
				type: {
					name: `Composite`,
					className: `ContainerProperties`
				}
			},
			metadata: {
				serializedName: `Metadata`,
				xmlName: `Metadata`,
				type: {
					name: `Dictionary`,
					value: { type: { name: `String` } }
				}
			}
		}
	}
}, nt = {
	serializedName: `ContainerProperties`,
	type: {
		name: `Composite`,
		className: `ContainerProperties`,
		modelProperties: {
			lastModified: {
				serializedName: `Last-Modified`,
				required: !0,
				xmlName: `Last-Modified`,
				type: { name: `DateTimeRfc1123` }
			},
			etag: {
				serializedName: `Etag`,
				required: !0,
				xmlName: `Etag`,
				type: { name: `String` }
			},
			leaseStatus: {
				serializedName: `LeaseStatus`,
				xmlName: `LeaseStatus`,
				type: {
					name: `Enum`,
					allowedValues: [`locked`, `unlocked`]
				}
			},
			leaseState: {
				serializedName: `LeaseState`,
				xmlName: `LeaseState`,
				type: {
					name: `Enum`,
					allowedValues: [
						`available`,
						`leased`,
						`expired`,
						`breaking`,
						`broken`
					]
				}
			},
			leaseDuration: {
				serializedName: `LeaseDuration`,
				xmlName: `LeaseDuration`,
				type: {
					name: `Enum`,
					allowedValues: [`infinite`, `fixed`]
				}
			},
			publicAccess: {
				serializedName: `PublicAccess`,
				xmlName: `PublicAccess`,
				type: {
					name: `Enum`,
					allowedValues: [`container`, `blob`]
				}
			},
			hasImmutabilityPolicy: {
				serializedName: `HasImmutabilityPolicy`,
				xmlName: `HasImmutabilityPolicy`,
				type: { name: `Boolean` }
			},
			hasLegalHold: {
				serializedName: `HasLegalHold`,
				xmlName: `HasLegalHold`,
				type: { name: `Boolean` }
			},
			defaultEncryptionScope: {
				serializedName: `DefaultEncryptionScope`,
				xmlName: `DefaultEncryptionScope`,
				type: { name: `String` }
			},
			preventEncryptionScopeOverride: {
				serializedName: `DenyEncryptionScopeOverride`,
				xmlName: `DenyEncryptionScopeOverride`,
				type: { name: `Boolean` }
			},
			deletedOn: {
				serializedName: `DeletedTime`,
				xmlName: `DeletedTime`,
				type: { name: `DateTimeRfc1123` }
			},
			remainingRetentionDays: {
				serializedName: `RemainingRetentionDays`,
				xmlName: `RemainingRetentionDays`,
				type: { name: `Number` }
			},
			isImmutableStorageWithVersioningEnabled: {
				serializedName: `ImmutableStorageWithVersioningEnabled`,
				xmlName: `ImmutableStorageWithVersioningEnabled`,
				type: { name: `Boolean` }
			}
		}
	}
}, rt = {
	serializedName: `KeyInfo`,
	type: {
		name: `Composite`,
		className: `KeyInfo`,
		modelProperties: {
			startsOn: {
				serializedName: `Start`,
				required: !0,
				xmlName: `Start`,
				type: { name: `String` }
			},
			expiresOn: {
				serializedName: `Expiry`,
				required: !0,
				xmlName: `Expiry`,
				type: { name: `String` }
			}
		}
	}
}, it = {
	serializedName: `UserDelegationKey`,
	type: {
		name: `Composite`,
		className: `UserDelegationKey`,
		modelProperties: {
			signedObjectId: {
				serializedName: `SignedOid`,
				required: !0,
				xmlName: `SignedOid`,
				type: { name: `String` }
			},
			signedTenantId: {
				serializedName: `SignedTid`,
				required: !0,
				xmlName: `SignedTid`,
				type: { name: `String` }
			},
			signedStartsOn: {
				serializedName: `SignedStart`,
				required: !0,
				xmlName: `SignedStart`,
				type: { name: `String` }
			},
			signedExpiresOn: {
				serializedName: `SignedExpiry`,
				required: !0,
				xmlName: `SignedExpiry`,
				type: { name: `String` }
			},
			signedService: {
				serializedName: `SignedService`,
				required: !0,
				xmlName: `SignedService`,
				type: { name: `String` }
			},
			signedVersion: {
				serializedName: `SignedVersion`,
				required: !0,
				xmlName: `SignedVersion`,
				type: { name: `String` }
			},
			value: {
				serializedName: `Value`,
				required: !0,
				xmlName: `Value`,
				type: { name: `String` }
			}
		}
	}
}, at = {
	serializedName: `FilterBlobSegment`,
	xmlName: `EnumerationResults`,
	type: {
		name: `Composite`,
		className: `FilterBlobSegment`,
		modelProperties: {
			serviceEndpoint: {
				serializedName: `ServiceEndpoint`,
				required: !0,
				xmlName: `ServiceEndpoint`,
				xmlIsAttribute: !0,
				type: { name: `String` }
			},
			where: {
				serializedName: `Where`,
				required: !0,
				xmlName: `Where`,
				type: { name: `String` }
			},
			blobs: {
				serializedName: `Blobs`,
				required: !0,
				xmlName: `Blobs`,
				xmlIsWrapped: !0,
				xmlElementName: `Blob`,
				type: {
					name: `Sequence`,
					element: { type: {
						name: `Composite`,
						className: `FilterBlobItem`
					} }
				}
			},
			continuationToken: {
				serializedName: `NextMarker`,
				xmlName: `NextMarker`,
				type: { name: `String` }
			}
		}
	}
}, ot = {
	serializedName: `FilterBlobItem`,
	xmlName: `Blob`,
	type: {
		name: `Composite`,
		className: `FilterBlobItem`,
		modelProperties: {
			name: {
				serializedName: `Name`,
				required: !0,
				xmlName: `Name`,
				type: { name: `String` }
			},
			containerName: {
				serializedName: `ContainerName`,
				required: !0,
				xmlName: `ContainerName`,
				type: { name: `String` }
			},
			tags: {
				serializedName: `Tags`,
				xmlName: `Tags`,
				type: {
					name: `Composite`,
					className: `BlobTags`
				}
			}
		}
	}
}, st = {
	serializedName: `BlobTags`,
	xmlName: `Tags`,
	type: {
		name: `Composite`,
		className: `BlobTags`,
		modelProperties: { blobTagSet: {
			serializedName: `BlobTagSet`,
			required: !0,
			xmlName: `TagSet`,
			xmlIsWrapped: !0,
			xmlElementName: `Tag`,
			type: {
				name: `Sequence`,
				element: { type: {
					name: `Composite`,
					className: `BlobTag`
				} }
			}
		} }
	}
}, ct = {
	serializedName: `BlobTag`,
	xmlName: `Tag`,
	type: {
		name: `Composite`,
		className: `BlobTag`,
		modelProperties: {
			key: {
				serializedName: `Key`,
				required: !0,
				xmlName: `Key`,
				type: { name: `String` }
			},
			value: {
				serializedName: `Value`,
				required: !0,
				xmlName: `Value`,
				type: { name: `String` }
			}
		}
	}
}, lt = {
	serializedName: `SignedIdentifier`,
	xmlName: `SignedIdentifier`,
	type: {
		name: `Composite`,
		className: `SignedIdentifier`,
		modelProperties: {
			id: {
				serializedName: `Id`,
				required: !0,
				xmlName: `Id`,
				type: { name: `String` }
			},
			accessPolicy: {
				serializedName: `AccessPolicy`,
				xmlName: `AccessPolicy`,
				type: {
					name: `Composite`,
					className: `AccessPolicy`
				}
			}
		}
	}
}, ut = {
	serializedName: `AccessPolicy`,
	type: {
		name: `Composite`,
		className: `AccessPolicy`,
		modelProperties: {
			startsOn: {
				serializedName: `Start`,
				xmlName: `Start`,
				type: { name: `String` }
			},
			expiresOn: {
				serializedName: `Expiry`,
				xmlName: `Expiry`,
				type: { name: `String` }
			},
			permissions: {
				serializedName: `Permission`,
				xmlName: `Permission`,
				type: { name: `String` }
			}
		}
	}
}, dt = {
	serializedName: `ListBlobsFlatSegmentResponse`,
	xmlName: `EnumerationResults`,
	type: {
		name: `Composite`,
		className: `ListBlobsFlatSegmentResponse`,
		modelProperties: {
			serviceEndpoint: {
				serializedName: `ServiceEndpoint`,
				required: !0,
				xmlName: `ServiceEndpoint`,
				xmlIsAttribute: !0,
				type: { name: `String` }
			},
			containerName: {
				serializedName: `ContainerName`,
				required: !0,
				xmlName: `ContainerName`,
				xmlIsAttribute: !0,
				type: { name: `String` }
			},
			prefix: {
				serializedName: `Prefix`,
				xmlName: `Prefix`,
				type: { name: `String` }
			},
			marker: {
				serializedName: `Marker`,
				xmlName: `Marker`,
				type: { name: `String` }
			},
			maxPageSize: {
				serializedName: `MaxResults`,
				xmlName: `MaxResults`,
				type: { name: `Number` }
			},
			segment: {
				serializedName: `Segment`,
				xmlName: `Blobs`,
				type: {
					name: `Composite`,
					className: `BlobFlatListSegment`
				}
			},
			continuationToken: {
				serializedName: `NextMarker`,
				xmlName: `NextMarker`,
				type: { name: `String` }
			}
		}
	}
}, ft = {
	serializedName: `BlobFlatListSegment`,
	xmlName: `Blobs`,
	type: {
		name: `Composite`,
		className: `BlobFlatListSegment`,
		modelProperties: { blobItems: {
			serializedName: `BlobItems`,
			required: !0,
			xmlName: `BlobItems`,
			xmlElementName: `Blob`,
			type: {
				name: `Sequence`,
				element: { type: {
					name: `Composite`,
					className: `BlobItemInternal`
				} }
			}
		} }
	}
}, pt = {
	serializedName: `BlobItemInternal`,
	xmlName: `Blob`,
	type: {
		name: `Composite`,
		className: `BlobItemInternal`,
		modelProperties: {
			name: {
				serializedName: `Name`,
				xmlName: `Name`,
				type: {
					name: `Composite`,
					className: `BlobName`
				}
			},
			deleted: {
				serializedName: `Deleted`,
				required: !0,
				xmlName: `Deleted`,
				type: { name: `Boolean` }
			},
			snapshot: {
				serializedName: `Snapshot`,
				required: !0,
				xmlName: `Snapshot`,
				type: { name: `String` }
			},
			versionId: {
				serializedName: `VersionId`,
				xmlName: `VersionId`,
				type: { name: `String` }
			},
			isCurrentVersion: {
				serializedName: `IsCurrentVersion`,
				xmlName: `IsCurrentVersion`,
				type: { name: `Boolean` }
			},
			properties: {
				serializedName: `Properties`,
				xmlName: `Properties`,
				type: {
					name: `Composite`,
					className: `BlobPropertiesInternal`
				}
			},
			metadata: {
				serializedName: `Metadata`,
				xmlName: `Metadata`,
				type: {
					name: `Dictionary`,
					value: { type: { name: `String` } }
				}
			},
			blobTags: {
				serializedName: `BlobTags`,
				xmlName: `Tags`,
				type: {
					name: `Composite`,
					className: `BlobTags`
				}
			},
			objectReplicationMetadata: {
				serializedName: `ObjectReplicationMetadata`,
				xmlName: `OrMetadata`,
				type: {
					name: `Dictionary`,
					value: { type: { name: `String` } }
				}
			},
			hasVersionsOnly: {
				serializedName: `HasVersionsOnly`,
				xmlName: `HasVersionsOnly`,
				type: { name: `Boolean` }
			}
		}
	}
}, mt = {
	serializedName: `BlobName`,
	type: {
		name: `Composite`,
		className: `BlobName`,
		modelProperties: {
			encoded: {
				serializedName: `Encoded`,
				xmlName: `Encoded`,
				xmlIsAttribute: !0,
				type: { name: `Boolean` }
			},
			content: {
				serializedName: `content`,
				xmlName: `content`,
				xmlIsMsText: !0,
				type: { name: `String` }
			}
		}
	}
}, ht = {
	serializedName: `BlobPropertiesInternal`,
	xmlName: `Properties`,
	type: {
		name: `Composite`,
		className: `BlobPropertiesInternal`,
		modelProperties: {
			createdOn: {
				serializedName: `Creation-Time`,
				xmlName: `Creation-Time`,
				type: { name: `DateTimeRfc1123` }
			},
			lastModified: {
				serializedName: `Last-Modified`,
				required: !0,
				xmlName: `Last-Modified`,
				type: { name: `DateTimeRfc1123` }
			},
			etag: {
				serializedName: `Etag`,
				required: !0,
				xmlName: `Etag`,
				type: { name: `String` }
			},
			contentLength: {
				serializedName: `Content-Length`,
				xmlName: `Content-Length`,
				type: { name: `Number` }
			},
			contentType: {
				serializedName: `Content-Type`,
				xmlName: `Content-Type`,
				type: { name: `String` }
			},
			contentEncoding: {
				serializedName: `Content-Encoding`,
				xmlName: `Content-Encoding`,
				type: { name: `String` }
			},
			contentLanguage: {
				serializedName: `Content-Language`,
				xmlName: `Content-Language`,
				type: { name: `String` }
			},
			contentMD5: {
				serializedName: `Content-MD5`,
				xmlName: `Content-MD5`,
				type: { name: `ByteArray` }
			},
			contentDisposition: {
				serializedName: `Content-Disposition`,
				xmlName: `Content-Disposition`,
				type: { name: `String` }
			},
			cacheControl: {
				serializedName: `Cache-Control`,
				xmlName: `Cache-Control`,
				type: { name: `String` }
			},
			blobSequenceNumber: {
				serializedName: `x-ms-blob-sequence-number`,
				xmlName: `x-ms-blob-sequence-number`,
				type: { name: `Number` }
			},
			blobType: {
				serializedName: `BlobType`,
				xmlName: `BlobType`,
				type: {
					name: `Enum`,
					allowedValues: [
						`BlockBlob`,
						`PageBlob`,
						`AppendBlob`
					]
				}
			},
			leaseStatus: {
				serializedName: `LeaseStatus`,
				xmlName: `LeaseStatus`,
				type: {
					name: `Enum`,
					allowedValues: [`locked`, `unlocked`]
				}
			},
			leaseState: {
				serializedName: `LeaseState`,
				xmlName: `LeaseState`,
				type: {
					name: `Enum`,
					allowedValues: [
						`available`,
						`leased`,
						`expired`,
						`breaking`,
						`broken`
					]
				}
			},
			leaseDuration: {
				serializedName: `LeaseDuration`,
				xmlName: `LeaseDuration`,
				type: {
					name: `Enum`,
					allowedValues: [`infinite`, `fixed`]
				}
			},
			copyId: {
				serializedName: `CopyId`,
				xmlName: `CopyId`,
				type: { name: `String` }
			},
			copyStatus: {
				serializedName: `CopyStatus`,
				xmlName: `CopyStatus`,
				type: {
					name: `Enum`,
					allowedValues: [
						`pending`,
						`success`,
						`aborted`,
						`failed`
					]
				}
			},
			copySource: {
				serializedName: `CopySource`,
				xmlName: `CopySource`,
				type: { name: `String` }
			},
			copyProgress: {
				serializedName: `CopyProgress`,
				xmlName: `CopyProgress`,
				type: { name: `String` }
			},
			copyCompletedOn: {
				serializedName: `CopyCompletionTime`,
				xmlName: `CopyCompletionTime`,
				type: { name: `DateTimeRfc1123` }
			},
			copyStatusDescription: {
				serializedName: `CopyStatusDescription`,
				xmlName: `CopyStatusDescription`,
				type: { name: `String` }
			},
			serverEncrypted: {
				serializedName: `ServerEncrypted`,
				xmlName: `ServerEncrypted`,
				type: { name: `Boolean` }
			},
			incrementalCopy: {
				serializedName: `IncrementalCopy`,
				xmlName: `IncrementalCopy`,
				type: { name: `Boolean` }
			},
			destinationSnapshot: {
				serializedName: `DestinationSnapshot`,
				xmlName: `DestinationSnapshot`,
				type: { name: `String` }
			},
			deletedOn: {
				serializedName: `DeletedTime`,
				xmlName: `DeletedTime`,
				type: { name: `DateTimeRfc1123` }
			},
			remainingRetentionDays: {
				serializedName: `RemainingRetentionDays`,
				xmlName: `RemainingRetentionDays`,
				type: { name: `Number` }
			},
			accessTier: {
				serializedName: `AccessTier`,
				xmlName: `AccessTier`,
				type: {
					name: `Enum`,
					allowedValues: [
						`P4`,
						`P6`,
						`P10`,
						`P15`,
						`P20`,
						`P30`,
						`P40`,
						`P50`,
						`P60`,
						`P70`,
						`P80`,
						`Hot`,
						`Cool`,
						`Archive`,
						`Cold`
					]
				}
			},
			accessTierInferred: {
				serializedName: `AccessTierInferred`,
				xmlName: `AccessTierInferred`,
				type: { name: `Boolean` }
			},
			archiveStatus: {
				serializedName: `ArchiveStatus`,
				xmlName: `ArchiveStatus`,
				type: {
					name: `Enum`,
					allowedValues: [
						`rehydrate-pending-to-hot`,
						`rehydrate-pending-to-cool`,
						`rehydrate-pending-to-cold`
					]
				}
			},
			customerProvidedKeySha256: {
				serializedName: `CustomerProvidedKeySha256`,
				xmlName: `CustomerProvidedKeySha256`,
				type: { name: `String` }
			},
			encryptionScope: {
				serializedName: `EncryptionScope`,
				xmlName: `EncryptionScope`,
				type: { name: `String` }
			},
			accessTierChangedOn: {
				serializedName: `AccessTierChangeTime`,
				xmlName: `AccessTierChangeTime`,
				type: { name: `DateTimeRfc1123` }
			},
			tagCount: {
				serializedName: `TagCount`,
				xmlName: `TagCount`,
				type: { name: `Number` }
			},
			expiresOn: {
				serializedName: `Expiry-Time`,
				xmlName: `Expiry-Time`,
				type: { name: `DateTimeRfc1123` }
			},
			isSealed: {
				serializedName: `Sealed`,
				xmlName: `Sealed`,
				type: { name: `Boolean` }
			},
			rehydratePriority: {
				serializedName: `RehydratePriority`,
				xmlName: `RehydratePriority`,
				type: {
					name: `Enum`,
					allowedValues: [`High`, `Standard`]
				}
			},
			lastAccessedOn: {
				serializedName: `LastAccessTime`,
				xmlName: `LastAccessTime`,
				type: { name: `DateTimeRfc1123` }
			},
			immutabilityPolicyExpiresOn: {
				serializedName: `ImmutabilityPolicyUntilDate`,
				xmlName: `ImmutabilityPolicyUntilDate`,
				type: { name: `DateTimeRfc1123` }
			},
			immutabilityPolicyMode: {
				serializedName: `ImmutabilityPolicyMode`,
				xmlName: `ImmutabilityPolicyMode`,
				type: {
					name: `Enum`,
					allowedValues: [
						`Mutable`,
						`Unlocked`,
						`Locked`
					]
				}
			},
			legalHold: {
				serializedName: `LegalHold`,
				xmlName: `LegalHold`,
				type: { name: `Boolean` }
			}
		}
	}
}, gt = {
	serializedName: `ListBlobsHierarchySegmentResponse`,
	xmlName: `EnumerationResults`,
	type: {
		name: `Composite`,
		className: `ListBlobsHierarchySegmentResponse`,
		modelProperties: {
			serviceEndpoint: {
				serializedName: `ServiceEndpoint`,
				required: !0,
				xmlName: `ServiceEndpoint`,
				xmlIsAttribute: !0,
				type: { name: `String` }
			},
			containerName: {
				serializedName: `ContainerName`,
				required: !0,
				xmlName: `ContainerName`,
				xmlIsAttribute: !0,
				type: { name: `String` }
			},
			prefix: {
				serializedName: `Prefix`,
				xmlName: `Prefix`,
				type: { name: `String` }
			},
			marker: {
				serializedName: `Marker`,
				xmlName: `Marker`,
				type: { name: `String` }
			},
			maxPageSize: {
				serializedName: `MaxResults`,
				xmlName: `MaxResults`,
				type: { name: `Number` }
			},
			delimiter: {
				serializedName: `Delimiter`,
				xmlName: `Delimiter`,
				type: { name: `String` }
			},
			segment: {
				serializedName: `Segment`,
				xmlName: `Blobs`,
				type: {
					name: `Composite`,
					className: `BlobHierarchyListSegment`
				}
			},
			continuationToken: {
				serializedName: `NextMarker`,
				xmlName: `NextMarker`,
				type: { name: `String` }
			}
		}
	}
}, _t = {
	serializedName: `BlobHierarchyListSegment`,
	xmlName: `Blobs`,
	type: {
		name: `Composite`,
		className: `BlobHierarchyListSegment`,
		modelProperties: {
			blobPrefixes: {
				serializedName: `BlobPrefixes`,
				xmlName: `BlobPrefixes`,
				xmlElementName: `BlobPrefix`,
				type: {
					name: `Sequence`,
					element: { type: {
						name: `Composite`,
						className: `BlobPrefix`
					} }
				}
			},
			blobItems: {
				serializedName: `BlobItems`,
				required: !0,
				xmlName: `BlobItems`,
				xmlElementName: `Blob`,
				type: {
					name: `Sequence`,
					element: { type: {
						name: `Composite`,
						className: `BlobItemInternal`
					} }
				}
			}
		}
	}
}, vt = {
	serializedName: `BlobPrefix`,
	type: {
		name: `Composite`,
		className: `BlobPrefix`,
		modelProperties: { name: {
			serializedName: `Name`,
			xmlName: `Name`,
			type: {
				name: `Composite`,
				className: `BlobName`
			}
		} }
	}
}, yt = {
	serializedName: `BlockLookupList`,
	xmlName: `BlockList`,
	type: {
		name: `Composite`,
		className: `BlockLookupList`,
		modelProperties: {
			committed: {
				serializedName: `Committed`,
				xmlName: `Committed`,
				xmlElementName: `Committed`,
				type: {
					name: `Sequence`,
					element: { type: { name: `String` } }
				}
			},
			uncommitted: {
				serializedName: `Uncommitted`,
				xmlName: `Uncommitted`,
				xmlElementName: `Uncommitted`,
				type: {
					name: `Sequence`,
					element: { type: { name: `String` } }
				}
			},
			latest: {
				serializedName: `Latest`,
				xmlName: `Latest`,
				xmlElementName: `Latest`,
				type: {
					name: `Sequence`,
					element: { type: { name: `String` } }
				}
			}
		}
	}
}, bt = {
	serializedName: `BlockList`,
	type: {
		name: `Composite`,
		className: `BlockList`,
		modelProperties: {
			committedBlocks: {
				serializedName: `CommittedBlocks`,
				xmlName: `CommittedBlocks`,
				xmlIsWrapped: !0,
				xmlElementName: `Block`,
				type: {
					name: `Sequence`,
					element: { type: {
						name: `Composite`,
						className: `Block`
					} }
				}
			},
			uncommittedBlocks: {
				serializedName: `UncommittedBlocks`,
				xmlName: `UncommittedBlocks`,
				xmlIsWrapped: !0,
				xmlElementName: `Block`,
				type: {
					name: `Sequence`,
					element: { type: {
						name: `Composite`,
						className: `Block`
					} }
				}
			}
		}
	}
}, xt = {
	serializedName: `Block`,
	type: {
		name: `Composite`,
		className: `Block`,
		modelProperties: {
			name: {
				serializedName: `Name`,
				required: !0,
				xmlName: `Name`,
				type: { name: `String` }
			},
			size: {
				serializedName: `Size`,
				required: !0,
				xmlName: `Size`,
				type: { name: `Number` }
			}
		}
	}
}, St = {
	serializedName: `PageList`,
	type: {
		name: `Composite`,
		className: `PageList`,
		modelProperties: {
			pageRange: {
				serializedName: `PageRange`,
				xmlName: `PageRange`,
				xmlElementName: `PageRange`,
				type: {
					name: `Sequence`,
					element: { type: {
						name: `Composite`,
						className: `PageRange`
					} }
				}
			},
			clearRange: {
				serializedName: `ClearRange`,
				xmlName: `ClearRange`,
				xmlElementName: `ClearRange`,
				type: {
					name: `Sequence`,
					element: { type: {
						name: `Composite`,
						className: `ClearRange`
					} }
				}
			},
			continuationToken: {
				serializedName: `NextMarker`,
				xmlName: `NextMarker`,
				type: { name: `String` }
			}
		}
	}
}, Ct = {
	serializedName: `PageRange`,
	xmlName: `PageRange`,
	type: {
		name: `Composite`,
		className: `PageRange`,
		modelProperties: {
			start: {
				serializedName: `Start`,
				required: !0,
				xmlName: `Start`,
				type: { name: `Number` }
			},
			end: {
				serializedName: `End`,
				required: !0,
				xmlName: `End`,
				type: { name: `Number` }
			}
		}
	}
}, wt = {
	serializedName: `ClearRange`,
	xmlName: `ClearRange`,
	type: {
		name: `Composite`,
		className: `ClearRange`,
		modelProperties: {
			start: {
				serializedName: `Start`,
				required: !0,
				xmlName: `Start`,
				type: { name: `Number` }
			},
			end: {
				serializedName: `End`,
				required: !0,
				xmlName: `End`,
				type: { name: `Number` }
			}
		}
	}
}, Tt = {
	serializedName: `QueryRequest`,
	xmlName: `QueryRequest`,
	type: {
		name: `Composite`,
		className: `QueryRequest`,
		modelProperties: {
			queryType: {
				serializedName: `QueryType`,
				required: !0,
				xmlName: `QueryType`,
				type: { name: `String` }
			},
			expression: {
				serializedName: `Expression`,
				required: !0,
				xmlName: `Expression`,
				type: { name: `String` }
			},
			inputSerialization: {
				serializedName: `InputSerialization`,
				xmlName: `InputSerialization`,
				type: {
					name: `Composite`,
					className: `QuerySerialization`
				}
			},
			outputSerialization: {
				serializedName: `OutputSerialization`,
				xmlName: `OutputSerialization`,
				type: {
					name: `Composite`,
					className: `QuerySerialization`
				}
			}
		}
	}
}, Et = {
	serializedName: `QuerySerialization`,
	type: {
		name: `Composite`,
		className: `QuerySerialization`,
		modelProperties: { format: {
			serializedName: `Format`,
			xmlName: `Format`,
			type: {
				name: `Composite`,
				className: `QueryFormat`
			}
		} }
	}
}, Dt = {
	serializedName: `QueryFormat`,
	type: {
		name: `Composite`,
		className: `QueryFormat`,
		modelProperties: {
			type: {
				serializedName: `Type`,
				required: !0,
				xmlName: `Type`,
				type: {
					name: `Enum`,
					allowedValues: [
						`delimited`,
						`json`,
						`arrow`,
						`parquet`
					]
				}
			},
			delimitedTextConfiguration: {
				serializedName: `DelimitedTextConfiguration`,
				xmlName: `DelimitedTextConfiguration`,
				type: {
					name: `Composite`,
					className: `DelimitedTextConfiguration`
				}
			},
			jsonTextConfiguration: {
				serializedName: `JsonTextConfiguration`,
				xmlName: `JsonTextConfiguration`,
				type: {
					name: `Composite`,
					className: `JsonTextConfiguration`
				}
			},
			arrowConfiguration: {
				serializedName: `ArrowConfiguration`,
				xmlName: `ArrowConfiguration`,
				type: {
					name: `Composite`,
					className: `ArrowConfiguration`
				}
			},
			parquetTextConfiguration: {
				serializedName: `ParquetTextConfiguration`,
				xmlName: `ParquetTextConfiguration`,
				type: {
					name: `Dictionary`,
					value: { type: { name: `any` } }
				}
			}
		}
	}
}, Ot = {
	serializedName: `DelimitedTextConfiguration`,
	xmlName: `DelimitedTextConfiguration`,
	type: {
		name: `Composite`,
		className: `DelimitedTextConfiguration`,
		modelProperties: {
			columnSeparator: {
				serializedName: `ColumnSeparator`,
				xmlName: `ColumnSeparator`,
				type: { name: `String` }
			},
			fieldQuote: {
				serializedName: `FieldQuote`,
				xmlName: `FieldQuote`,
				type: { name: `String` }
			},
			recordSeparator: {
				serializedName: `RecordSeparator`,
				xmlName: `RecordSeparator`,
				type: { name: `String` }
			},
			escapeChar: {
				serializedName: `EscapeChar`,
				xmlName: `EscapeChar`,
				type: { name: `String` }
			},
			headersPresent: {
				serializedName: `HeadersPresent`,
				xmlName: `HasHeaders`,
				type: { name: `Boolean` }
			}
		}
	}
}, kt = {
	serializedName: `JsonTextConfiguration`,
	xmlName: `JsonTextConfiguration`,
	type: {
		name: `Composite`,
		className: `JsonTextConfiguration`,
		modelProperties: { recordSeparator: {
			serializedName: `RecordSeparator`,
			xmlName: `RecordSeparator`,
			type: { name: `String` }
		} }
	}
}, At = {
	serializedName: `ArrowConfiguration`,
	xmlName: `ArrowConfiguration`,
	type: {
		name: `Composite`,
		className: `ArrowConfiguration`,
		modelProperties: { schema: {
			serializedName: `Schema`,
			required: !0,
			xmlName: `Schema`,
			xmlIsWrapped: !0,
			xmlElementName: `Field`,
			type: {
				name: `Sequence`,
				element: { type: {
					name: `Composite`,
					className: `ArrowField`
				} }
			}
		} }
	}
}, jt = {
	serializedName: `ArrowField`,
	xmlName: `Field`,
	type: {
		name: `Composite`,
		className: `ArrowField`,
		modelProperties: {
			type: {
				serializedName: `Type`,
				required: !0,
				xmlName: `Type`,
				type: { name: `String` }
			},
			name: {
				serializedName: `Name`,
				xmlName: `Name`,
				type: { name: `String` }
			},
			precision: {
				serializedName: `Precision`,
				xmlName: `Precision`,
				type: { name: `Number` }
			},
			scale: {
				serializedName: `Scale`,
				xmlName: `Scale`,
				type: { name: `Number` }
			}
		}
	}
}, Mt = {
	serializedName: `Service_setPropertiesHeaders`,
	type: {
		name: `Composite`,
		className: `ServiceSetPropertiesHeaders`,
		modelProperties: {
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Nt = {
	serializedName: `Service_setPropertiesExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ServiceSetPropertiesExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Pt = {
	serializedName: `Service_getPropertiesHeaders`,
	type: {
		name: `Composite`,
		className: `ServiceGetPropertiesHeaders`,
		modelProperties: {
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Ft = {
	serializedName: `Service_getPropertiesExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ServiceGetPropertiesExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, It = {
	serializedName: `Service_getStatisticsHeaders`,
	type: {
		name: `Composite`,
		className: `ServiceGetStatisticsHeaders`,
		modelProperties: {
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Lt = {
	serializedName: `Service_getStatisticsExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ServiceGetStatisticsExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Rt = {
	serializedName: `Service_listContainersSegmentHeaders`,
	type: {
		name: `Composite`,
		className: `ServiceListContainersSegmentHeaders`,
		modelProperties: {
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, zt = {
	serializedName: `Service_listContainersSegmentExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ServiceListContainersSegmentExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Bt = {
	serializedName: `Service_getUserDelegationKeyHeaders`,
	type: {
		name: `Composite`,
		className: `ServiceGetUserDelegationKeyHeaders`,
		modelProperties: {
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Vt = {
	serializedName: `Service_getUserDelegationKeyExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ServiceGetUserDelegationKeyExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Ht = {
	serializedName: `Service_getAccountInfoHeaders`,
	type: {
		name: `Composite`,
		className: `ServiceGetAccountInfoHeaders`,
		modelProperties: {
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			skuName: {
				serializedName: `x-ms-sku-name`,
				xmlName: `x-ms-sku-name`,
				type: {
					name: `Enum`,
					allowedValues: [
						`Standard_LRS`,
						`Standard_GRS`,
						`Standard_RAGRS`,
						`Standard_ZRS`,
						`Premium_LRS`
					]
				}
			},
			accountKind: {
				serializedName: `x-ms-account-kind`,
				xmlName: `x-ms-account-kind`,
				type: {
					name: `Enum`,
					allowedValues: [
						`Storage`,
						`BlobStorage`,
						`StorageV2`,
						`FileStorage`,
						`BlockBlobStorage`
					]
				}
			},
			isHierarchicalNamespaceEnabled: {
				serializedName: `x-ms-is-hns-enabled`,
				xmlName: `x-ms-is-hns-enabled`,
				type: { name: `Boolean` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Ut = {
	serializedName: `Service_getAccountInfoExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ServiceGetAccountInfoExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Wt = {
	serializedName: `Service_submitBatchHeaders`,
	type: {
		name: `Composite`,
		className: `ServiceSubmitBatchHeaders`,
		modelProperties: {
			contentType: {
				serializedName: `content-type`,
				xmlName: `content-type`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Gt = {
	serializedName: `Service_submitBatchExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ServiceSubmitBatchExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Kt = {
	serializedName: `Service_filterBlobsHeaders`,
	type: {
		name: `Composite`,
		className: `ServiceFilterBlobsHeaders`,
		modelProperties: {
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, qt = {
	serializedName: `Service_filterBlobsExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ServiceFilterBlobsExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Jt = {
	serializedName: `Container_createHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerCreateHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Yt = {
	serializedName: `Container_createExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerCreateExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Xt = {
	serializedName: `Container_getPropertiesHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerGetPropertiesHeaders`,
		modelProperties: {
			metadata: {
				serializedName: `x-ms-meta`,
				headerCollectionPrefix: `x-ms-meta-`,
				xmlName: `x-ms-meta`,
				type: {
					name: `Dictionary`,
					value: { type: { name: `String` } }
				}
			},
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			leaseDuration: {
				serializedName: `x-ms-lease-duration`,
				xmlName: `x-ms-lease-duration`,
				type: {
					name: `Enum`,
					allowedValues: [`infinite`, `fixed`]
				}
			},
			leaseState: {
				serializedName: `x-ms-lease-state`,
				xmlName: `x-ms-lease-state`,
				type: {
					name: `Enum`,
					allowedValues: [
						`available`,
						`leased`,
						`expired`,
						`breaking`,
						`broken`
					]
				}
			},
			leaseStatus: {
				serializedName: `x-ms-lease-status`,
				xmlName: `x-ms-lease-status`,
				type: {
					name: `Enum`,
					allowedValues: [`locked`, `unlocked`]
				}
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			blobPublicAccess: {
				serializedName: `x-ms-blob-public-access`,
				xmlName: `x-ms-blob-public-access`,
				type: {
					name: `Enum`,
					allowedValues: [`container`, `blob`]
				}
			},
			hasImmutabilityPolicy: {
				serializedName: `x-ms-has-immutability-policy`,
				xmlName: `x-ms-has-immutability-policy`,
				type: { name: `Boolean` }
			},
			hasLegalHold: {
				serializedName: `x-ms-has-legal-hold`,
				xmlName: `x-ms-has-legal-hold`,
				type: { name: `Boolean` }
			},
			defaultEncryptionScope: {
				serializedName: `x-ms-default-encryption-scope`,
				xmlName: `x-ms-default-encryption-scope`,
				type: { name: `String` }
			},
			denyEncryptionScopeOverride: {
				serializedName: `x-ms-deny-encryption-scope-override`,
				xmlName: `x-ms-deny-encryption-scope-override`,
				type: { name: `Boolean` }
			},
			isImmutableStorageWithVersioningEnabled: {
				serializedName: `x-ms-immutable-storage-with-versioning-enabled`,
				xmlName: `x-ms-immutable-storage-with-versioning-enabled`,
				type: { name: `Boolean` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Zt = {
	serializedName: `Container_getPropertiesExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerGetPropertiesExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Qt = {
	serializedName: `Container_deleteHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerDeleteHeaders`,
		modelProperties: {
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, $t = {
	serializedName: `Container_deleteExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerDeleteExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, en = {
	serializedName: `Container_setMetadataHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerSetMetadataHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, tn = {
	serializedName: `Container_setMetadataExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerSetMetadataExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, nn = {
	serializedName: `Container_getAccessPolicyHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerGetAccessPolicyHeaders`,
		modelProperties: {
			blobPublicAccess: {
				serializedName: `x-ms-blob-public-access`,
				xmlName: `x-ms-blob-public-access`,
				type: {
					name: `Enum`,
					allowedValues: [`container`, `blob`]
				}
			},
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, rn = {
	serializedName: `Container_getAccessPolicyExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerGetAccessPolicyExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, an = {
	serializedName: `Container_setAccessPolicyHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerSetAccessPolicyHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, on = {
	serializedName: `Container_setAccessPolicyExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerSetAccessPolicyExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, sn = {
	serializedName: `Container_restoreHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerRestoreHeaders`,
		modelProperties: {
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, cn = {
	serializedName: `Container_restoreExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerRestoreExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, ln = {
	serializedName: `Container_renameHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerRenameHeaders`,
		modelProperties: {
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, un = {
	serializedName: `Container_renameExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerRenameExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, dn = {
	serializedName: `Container_submitBatchHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerSubmitBatchHeaders`,
		modelProperties: {
			contentType: {
				serializedName: `content-type`,
				xmlName: `content-type`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			}
		}
	}
}, fn = {
	serializedName: `Container_submitBatchExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerSubmitBatchExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, pn = {
	serializedName: `Container_filterBlobsHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerFilterBlobsHeaders`,
		modelProperties: {
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			}
		}
	}
}, mn = {
	serializedName: `Container_filterBlobsExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerFilterBlobsExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, hn = {
	serializedName: `Container_acquireLeaseHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerAcquireLeaseHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			leaseId: {
				serializedName: `x-ms-lease-id`,
				xmlName: `x-ms-lease-id`,
				type: { name: `String` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			}
		}
	}
}, gn = {
	serializedName: `Container_acquireLeaseExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerAcquireLeaseExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, _n = {
	serializedName: `Container_releaseLeaseHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerReleaseLeaseHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			}
		}
	}
}, vn = {
	serializedName: `Container_releaseLeaseExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerReleaseLeaseExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, yn = {
	serializedName: `Container_renewLeaseHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerRenewLeaseHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			leaseId: {
				serializedName: `x-ms-lease-id`,
				xmlName: `x-ms-lease-id`,
				type: { name: `String` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			}
		}
	}
}, bn = {
	serializedName: `Container_renewLeaseExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerRenewLeaseExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, xn = {
	serializedName: `Container_breakLeaseHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerBreakLeaseHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			leaseTime: {
				serializedName: `x-ms-lease-time`,
				xmlName: `x-ms-lease-time`,
				type: { name: `Number` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			}
		}
	}
}, Sn = {
	serializedName: `Container_breakLeaseExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerBreakLeaseExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Cn = {
	serializedName: `Container_changeLeaseHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerChangeLeaseHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			leaseId: {
				serializedName: `x-ms-lease-id`,
				xmlName: `x-ms-lease-id`,
				type: { name: `String` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			}
		}
	}
}, wn = {
	serializedName: `Container_changeLeaseExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerChangeLeaseExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Tn = {
	serializedName: `Container_listBlobFlatSegmentHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerListBlobFlatSegmentHeaders`,
		modelProperties: {
			contentType: {
				serializedName: `content-type`,
				xmlName: `content-type`,
				type: { name: `String` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, En = {
	serializedName: `Container_listBlobFlatSegmentExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerListBlobFlatSegmentExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Dn = {
	serializedName: `Container_listBlobHierarchySegmentHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerListBlobHierarchySegmentHeaders`,
		modelProperties: {
			contentType: {
				serializedName: `content-type`,
				xmlName: `content-type`,
				type: { name: `String` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, On = {
	serializedName: `Container_listBlobHierarchySegmentExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerListBlobHierarchySegmentExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, kn = {
	serializedName: `Container_getAccountInfoHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerGetAccountInfoHeaders`,
		modelProperties: {
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			skuName: {
				serializedName: `x-ms-sku-name`,
				xmlName: `x-ms-sku-name`,
				type: {
					name: `Enum`,
					allowedValues: [
						`Standard_LRS`,
						`Standard_GRS`,
						`Standard_RAGRS`,
						`Standard_ZRS`,
						`Premium_LRS`
					]
				}
			},
			accountKind: {
				serializedName: `x-ms-account-kind`,
				xmlName: `x-ms-account-kind`,
				type: {
					name: `Enum`,
					allowedValues: [
						`Storage`,
						`BlobStorage`,
						`StorageV2`,
						`FileStorage`,
						`BlockBlobStorage`
					]
				}
			},
			isHierarchicalNamespaceEnabled: {
				serializedName: `x-ms-is-hns-enabled`,
				xmlName: `x-ms-is-hns-enabled`,
				type: { name: `Boolean` }
			}
		}
	}
}, An = {
	serializedName: `Container_getAccountInfoExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `ContainerGetAccountInfoExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, jn = {
	serializedName: `Blob_downloadHeaders`,
	type: {
		name: `Composite`,
		className: `BlobDownloadHeaders`,
		modelProperties: {
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			createdOn: {
				serializedName: `x-ms-creation-time`,
				xmlName: `x-ms-creation-time`,
				type: { name: `DateTimeRfc1123` }
			},
			metadata: {
				serializedName: `x-ms-meta`,
				headerCollectionPrefix: `x-ms-meta-`,
				xmlName: `x-ms-meta`,
				type: {
					name: `Dictionary`,
					value: { type: { name: `String` } }
				}
			},
			objectReplicationPolicyId: {
				serializedName: `x-ms-or-policy-id`,
				xmlName: `x-ms-or-policy-id`,
				type: { name: `String` }
			},
			objectReplicationRules: {
				serializedName: `x-ms-or`,
				headerCollectionPrefix: `x-ms-or-`,
				xmlName: `x-ms-or`,
				type: {
					name: `Dictionary`,
					value: { type: { name: `String` } }
				}
			},
			contentLength: {
				serializedName: `content-length`,
				xmlName: `content-length`,
				type: { name: `Number` }
			},
			contentType: {
				serializedName: `content-type`,
				xmlName: `content-type`,
				type: { name: `String` }
			},
			contentRange: {
				serializedName: `content-range`,
				xmlName: `content-range`,
				type: { name: `String` }
			},
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			contentMD5: {
				serializedName: `content-md5`,
				xmlName: `content-md5`,
				type: { name: `ByteArray` }
			},
			contentEncoding: {
				serializedName: `content-encoding`,
				xmlName: `content-encoding`,
				type: { name: `String` }
			},
			cacheControl: {
				serializedName: `cache-control`,
				xmlName: `cache-control`,
				type: { name: `String` }
			},
			contentDisposition: {
				serializedName: `content-disposition`,
				xmlName: `content-disposition`,
				type: { name: `String` }
			},
			contentLanguage: {
				serializedName: `content-language`,
				xmlName: `content-language`,
				type: { name: `String` }
			},
			blobSequenceNumber: {
				serializedName: `x-ms-blob-sequence-number`,
				xmlName: `x-ms-blob-sequence-number`,
				type: { name: `Number` }
			},
			blobType: {
				serializedName: `x-ms-blob-type`,
				xmlName: `x-ms-blob-type`,
				type: {
					name: `Enum`,
					allowedValues: [
						`BlockBlob`,
						`PageBlob`,
						`AppendBlob`
					]
				}
			},
			copyCompletedOn: {
				serializedName: `x-ms-copy-completion-time`,
				xmlName: `x-ms-copy-completion-time`,
				type: { name: `DateTimeRfc1123` }
			},
			copyStatusDescription: {
				serializedName: `x-ms-copy-status-description`,
				xmlName: `x-ms-copy-status-description`,
				type: { name: `String` }
			},
			copyId: {
				serializedName: `x-ms-copy-id`,
				xmlName: `x-ms-copy-id`,
				type: { name: `String` }
			},
			copyProgress: {
				serializedName: `x-ms-copy-progress`,
				xmlName: `x-ms-copy-progress`,
				type: { name: `String` }
			},
			copySource: {
				serializedName: `x-ms-copy-source`,
				xmlName: `x-ms-copy-source`,
				type: { name: `String` }
			},
			copyStatus: {
				serializedName: `x-ms-copy-status`,
				xmlName: `x-ms-copy-status`,
				type: {
					name: `Enum`,
					allowedValues: [
						`pending`,
						`success`,
						`aborted`,
						`failed`
					]
				}
			},
			leaseDuration: {
				serializedName: `x-ms-lease-duration`,
				xmlName: `x-ms-lease-duration`,
				type: {
					name: `Enum`,
					allowedValues: [`infinite`, `fixed`]
				}
			},
			leaseState: {
				serializedName: `x-ms-lease-state`,
				xmlName: `x-ms-lease-state`,
				type: {
					name: `Enum`,
					allowedValues: [
						`available`,
						`leased`,
						`expired`,
						`breaking`,
						`broken`
					]
				}
			},
			leaseStatus: {
				serializedName: `x-ms-lease-status`,
				xmlName: `x-ms-lease-status`,
				type: {
					name: `Enum`,
					allowedValues: [`locked`, `unlocked`]
				}
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			versionId: {
				serializedName: `x-ms-version-id`,
				xmlName: `x-ms-version-id`,
				type: { name: `String` }
			},
			isCurrentVersion: {
				serializedName: `x-ms-is-current-version`,
				xmlName: `x-ms-is-current-version`,
				type: { name: `Boolean` }
			},
			acceptRanges: {
				serializedName: `accept-ranges`,
				xmlName: `accept-ranges`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			blobCommittedBlockCount: {
				serializedName: `x-ms-blob-committed-block-count`,
				xmlName: `x-ms-blob-committed-block-count`,
				type: { name: `Number` }
			},
			isServerEncrypted: {
				serializedName: `x-ms-server-encrypted`,
				xmlName: `x-ms-server-encrypted`,
				type: { name: `Boolean` }
			},
			encryptionKeySha256: {
				serializedName: `x-ms-encryption-key-sha256`,
				xmlName: `x-ms-encryption-key-sha256`,
				type: { name: `String` }
			},
			encryptionScope: {
				serializedName: `x-ms-encryption-scope`,
				xmlName: `x-ms-encryption-scope`,
				type: { name: `String` }
			},
			blobContentMD5: {
				serializedName: `x-ms-blob-content-md5`,
				xmlName: `x-ms-blob-content-md5`,
				type: { name: `ByteArray` }
			},
			tagCount: {
				serializedName: `x-ms-tag-count`,
				xmlName: `x-ms-tag-count`,
				type: { name: `Number` }
			},
			isSealed: {
				serializedName: `x-ms-blob-sealed`,
				xmlName: `x-ms-blob-sealed`,
				type: { name: `Boolean` }
			},
			lastAccessed: {
				serializedName: `x-ms-last-access-time`,
				xmlName: `x-ms-last-access-time`,
				type: { name: `DateTimeRfc1123` }
			},
			immutabilityPolicyExpiresOn: {
				serializedName: `x-ms-immutability-policy-until-date`,
				xmlName: `x-ms-immutability-policy-until-date`,
				type: { name: `DateTimeRfc1123` }
			},
			immutabilityPolicyMode: {
				serializedName: `x-ms-immutability-policy-mode`,
				xmlName: `x-ms-immutability-policy-mode`,
				type: {
					name: `Enum`,
					allowedValues: [
						`Mutable`,
						`Unlocked`,
						`Locked`
					]
				}
			},
			legalHold: {
				serializedName: `x-ms-legal-hold`,
				xmlName: `x-ms-legal-hold`,
				type: { name: `Boolean` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			},
			contentCrc64: {
				serializedName: `x-ms-content-crc64`,
				xmlName: `x-ms-content-crc64`,
				type: { name: `ByteArray` }
			}
		}
	}
}, Mn = {
	serializedName: `Blob_downloadExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlobDownloadExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Nn = {
	serializedName: `Blob_getPropertiesHeaders`,
	type: {
		name: `Composite`,
		className: `BlobGetPropertiesHeaders`,
		modelProperties: {
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			createdOn: {
				serializedName: `x-ms-creation-time`,
				xmlName: `x-ms-creation-time`,
				type: { name: `DateTimeRfc1123` }
			},
			metadata: {
				serializedName: `x-ms-meta`,
				headerCollectionPrefix: `x-ms-meta-`,
				xmlName: `x-ms-meta`,
				type: {
					name: `Dictionary`,
					value: { type: { name: `String` } }
				}
			},
			objectReplicationPolicyId: {
				serializedName: `x-ms-or-policy-id`,
				xmlName: `x-ms-or-policy-id`,
				type: { name: `String` }
			},
			objectReplicationRules: {
				serializedName: `x-ms-or`,
				headerCollectionPrefix: `x-ms-or-`,
				xmlName: `x-ms-or`,
				type: {
					name: `Dictionary`,
					value: { type: { name: `String` } }
				}
			},
			blobType: {
				serializedName: `x-ms-blob-type`,
				xmlName: `x-ms-blob-type`,
				type: {
					name: `Enum`,
					allowedValues: [
						`BlockBlob`,
						`PageBlob`,
						`AppendBlob`
					]
				}
			},
			copyCompletedOn: {
				serializedName: `x-ms-copy-completion-time`,
				xmlName: `x-ms-copy-completion-time`,
				type: { name: `DateTimeRfc1123` }
			},
			copyStatusDescription: {
				serializedName: `x-ms-copy-status-description`,
				xmlName: `x-ms-copy-status-description`,
				type: { name: `String` }
			},
			copyId: {
				serializedName: `x-ms-copy-id`,
				xmlName: `x-ms-copy-id`,
				type: { name: `String` }
			},
			copyProgress: {
				serializedName: `x-ms-copy-progress`,
				xmlName: `x-ms-copy-progress`,
				type: { name: `String` }
			},
			copySource: {
				serializedName: `x-ms-copy-source`,
				xmlName: `x-ms-copy-source`,
				type: { name: `String` }
			},
			copyStatus: {
				serializedName: `x-ms-copy-status`,
				xmlName: `x-ms-copy-status`,
				type: {
					name: `Enum`,
					allowedValues: [
						`pending`,
						`success`,
						`aborted`,
						`failed`
					]
				}
			},
			isIncrementalCopy: {
				serializedName: `x-ms-incremental-copy`,
				xmlName: `x-ms-incremental-copy`,
				type: { name: `Boolean` }
			},
			destinationSnapshot: {
				serializedName: `x-ms-copy-destination-snapshot`,
				xmlName: `x-ms-copy-destination-snapshot`,
				type: { name: `String` }
			},
			leaseDuration: {
				serializedName: `x-ms-lease-duration`,
				xmlName: `x-ms-lease-duration`,
				type: {
					name: `Enum`,
					allowedValues: [`infinite`, `fixed`]
				}
			},
			leaseState: {
				serializedName: `x-ms-lease-state`,
				xmlName: `x-ms-lease-state`,
				type: {
					name: `Enum`,
					allowedValues: [
						`available`,
						`leased`,
						`expired`,
						`breaking`,
						`broken`
					]
				}
			},
			leaseStatus: {
				serializedName: `x-ms-lease-status`,
				xmlName: `x-ms-lease-status`,
				type: {
					name: `Enum`,
					allowedValues: [`locked`, `unlocked`]
				}
			},
			contentLength: {
				serializedName: `content-length`,
				xmlName: `content-length`,
				type: { name: `Number` }
			},
			contentType: {
				serializedName: `content-type`,
				xmlName: `content-type`,
				type: { name: `String` }
			},
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			contentMD5: {
				serializedName: `content-md5`,
				xmlName: `content-md5`,
				type: { name: `ByteArray` }
			},
			contentEncoding: {
				serializedName: `content-encoding`,
				xmlName: `content-encoding`,
				type: { name: `String` }
			},
			contentDisposition: {
				serializedName: `content-disposition`,
				xmlName: `content-disposition`,
				type: { name: `String` }
			},
			contentLanguage: {
				serializedName: `content-language`,
				xmlName: `content-language`,
				type: { name: `String` }
			},
			cacheControl: {
				serializedName: `cache-control`,
				xmlName: `cache-control`,
				type: { name: `String` }
			},
			blobSequenceNumber: {
				serializedName: `x-ms-blob-sequence-number`,
				xmlName: `x-ms-blob-sequence-number`,
				type: { name: `Number` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			acceptRanges: {
				serializedName: `accept-ranges`,
				xmlName: `accept-ranges`,
				type: { name: `String` }
			},
			blobCommittedBlockCount: {
				serializedName: `x-ms-blob-committed-block-count`,
				xmlName: `x-ms-blob-committed-block-count`,
				type: { name: `Number` }
			},
			isServerEncrypted: {
				serializedName: `x-ms-server-encrypted`,
				xmlName: `x-ms-server-encrypted`,
				type: { name: `Boolean` }
			},
			encryptionKeySha256: {
				serializedName: `x-ms-encryption-key-sha256`,
				xmlName: `x-ms-encryption-key-sha256`,
				type: { name: `String` }
			},
			encryptionScope: {
				serializedName: `x-ms-encryption-scope`,
				xmlName: `x-ms-encryption-scope`,
				type: { name: `String` }
			},
			accessTier: {
				serializedName: `x-ms-access-tier`,
				xmlName: `x-ms-access-tier`,
				type: { name: `String` }
			},
			accessTierInferred: {
				serializedName: `x-ms-access-tier-inferred`,
				xmlName: `x-ms-access-tier-inferred`,
				type: { name: `Boolean` }
			},
			archiveStatus: {
				serializedName: `x-ms-archive-status`,
				xmlName: `x-ms-archive-status`,
				type: { name: `String` }
			},
			accessTierChangedOn: {
				serializedName: `x-ms-access-tier-change-time`,
				xmlName: `x-ms-access-tier-change-time`,
				type: { name: `DateTimeRfc1123` }
			},
			versionId: {
				serializedName: `x-ms-version-id`,
				xmlName: `x-ms-version-id`,
				type: { name: `String` }
			},
			isCurrentVersion: {
				serializedName: `x-ms-is-current-version`,
				xmlName: `x-ms-is-current-version`,
				type: { name: `Boolean` }
			},
			tagCount: {
				serializedName: `x-ms-tag-count`,
				xmlName: `x-ms-tag-count`,
				type: { name: `Number` }
			},
			expiresOn: {
				serializedName: `x-ms-expiry-time`,
				xmlName: `x-ms-expiry-time`,
				type: { name: `DateTimeRfc1123` }
			},
			isSealed: {
				serializedName: `x-ms-blob-sealed`,
				xmlName: `x-ms-blob-sealed`,
				type: { name: `Boolean` }
			},
			rehydratePriority: {
				serializedName: `x-ms-rehydrate-priority`,
				xmlName: `x-ms-rehydrate-priority`,
				type: {
					name: `Enum`,
					allowedValues: [`High`, `Standard`]
				}
			},
			lastAccessed: {
				serializedName: `x-ms-last-access-time`,
				xmlName: `x-ms-last-access-time`,
				type: { name: `DateTimeRfc1123` }
			},
			immutabilityPolicyExpiresOn: {
				serializedName: `x-ms-immutability-policy-until-date`,
				xmlName: `x-ms-immutability-policy-until-date`,
				type: { name: `DateTimeRfc1123` }
			},
			immutabilityPolicyMode: {
				serializedName: `x-ms-immutability-policy-mode`,
				xmlName: `x-ms-immutability-policy-mode`,
				type: {
					name: `Enum`,
					allowedValues: [
						`Mutable`,
						`Unlocked`,
						`Locked`
					]
				}
			},
			legalHold: {
				serializedName: `x-ms-legal-hold`,
				xmlName: `x-ms-legal-hold`,
				type: { name: `Boolean` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Pn = {
	serializedName: `Blob_getPropertiesExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlobGetPropertiesExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Fn = {
	serializedName: `Blob_deleteHeaders`,
	type: {
		name: `Composite`,
		className: `BlobDeleteHeaders`,
		modelProperties: {
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, In = {
	serializedName: `Blob_deleteExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlobDeleteExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Ln = {
	serializedName: `Blob_undeleteHeaders`,
	type: {
		name: `Composite`,
		className: `BlobUndeleteHeaders`,
		modelProperties: {
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Rn = {
	serializedName: `Blob_undeleteExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlobUndeleteExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, zn = {
	serializedName: `Blob_setExpiryHeaders`,
	type: {
		name: `Composite`,
		className: `BlobSetExpiryHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			}
		}
	}
}, Bn = {
	serializedName: `Blob_setExpiryExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlobSetExpiryExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Vn = {
	serializedName: `Blob_setHttpHeadersHeaders`,
	type: {
		name: `Composite`,
		className: `BlobSetHttpHeadersHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			blobSequenceNumber: {
				serializedName: `x-ms-blob-sequence-number`,
				xmlName: `x-ms-blob-sequence-number`,
				type: { name: `Number` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Hn = {
	serializedName: `Blob_setHttpHeadersExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlobSetHttpHeadersExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Un = {
	serializedName: `Blob_setImmutabilityPolicyHeaders`,
	type: {
		name: `Composite`,
		className: `BlobSetImmutabilityPolicyHeaders`,
		modelProperties: {
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			immutabilityPolicyExpiry: {
				serializedName: `x-ms-immutability-policy-until-date`,
				xmlName: `x-ms-immutability-policy-until-date`,
				type: { name: `DateTimeRfc1123` }
			},
			immutabilityPolicyMode: {
				serializedName: `x-ms-immutability-policy-mode`,
				xmlName: `x-ms-immutability-policy-mode`,
				type: {
					name: `Enum`,
					allowedValues: [
						`Mutable`,
						`Unlocked`,
						`Locked`
					]
				}
			}
		}
	}
}, Wn = {
	serializedName: `Blob_setImmutabilityPolicyExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlobSetImmutabilityPolicyExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Gn = {
	serializedName: `Blob_deleteImmutabilityPolicyHeaders`,
	type: {
		name: `Composite`,
		className: `BlobDeleteImmutabilityPolicyHeaders`,
		modelProperties: {
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			}
		}
	}
}, Kn = {
	serializedName: `Blob_deleteImmutabilityPolicyExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlobDeleteImmutabilityPolicyExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, qn = {
	serializedName: `Blob_setLegalHoldHeaders`,
	type: {
		name: `Composite`,
		className: `BlobSetLegalHoldHeaders`,
		modelProperties: {
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			legalHold: {
				serializedName: `x-ms-legal-hold`,
				xmlName: `x-ms-legal-hold`,
				type: { name: `Boolean` }
			}
		}
	}
}, Jn = {
	serializedName: `Blob_setLegalHoldExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlobSetLegalHoldExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Yn = {
	serializedName: `Blob_setMetadataHeaders`,
	type: {
		name: `Composite`,
		className: `BlobSetMetadataHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			versionId: {
				serializedName: `x-ms-version-id`,
				xmlName: `x-ms-version-id`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			isServerEncrypted: {
				serializedName: `x-ms-request-server-encrypted`,
				xmlName: `x-ms-request-server-encrypted`,
				type: { name: `Boolean` }
			},
			encryptionKeySha256: {
				serializedName: `x-ms-encryption-key-sha256`,
				xmlName: `x-ms-encryption-key-sha256`,
				type: { name: `String` }
			},
			encryptionScope: {
				serializedName: `x-ms-encryption-scope`,
				xmlName: `x-ms-encryption-scope`,
				type: { name: `String` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Xn = {
	serializedName: `Blob_setMetadataExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlobSetMetadataExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Zn = {
	serializedName: `Blob_acquireLeaseHeaders`,
	type: {
		name: `Composite`,
		className: `BlobAcquireLeaseHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			leaseId: {
				serializedName: `x-ms-lease-id`,
				xmlName: `x-ms-lease-id`,
				type: { name: `String` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			}
		}
	}
}, Qn = {
	serializedName: `Blob_acquireLeaseExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlobAcquireLeaseExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, $n = {
	serializedName: `Blob_releaseLeaseHeaders`,
	type: {
		name: `Composite`,
		className: `BlobReleaseLeaseHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			}
		}
	}
}, er = {
	serializedName: `Blob_releaseLeaseExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlobReleaseLeaseExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, tr = {
	serializedName: `Blob_renewLeaseHeaders`,
	type: {
		name: `Composite`,
		className: `BlobRenewLeaseHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			leaseId: {
				serializedName: `x-ms-lease-id`,
				xmlName: `x-ms-lease-id`,
				type: { name: `String` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			}
		}
	}
}, nr = {
	serializedName: `Blob_renewLeaseExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlobRenewLeaseExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, rr = {
	serializedName: `Blob_changeLeaseHeaders`,
	type: {
		name: `Composite`,
		className: `BlobChangeLeaseHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			leaseId: {
				serializedName: `x-ms-lease-id`,
				xmlName: `x-ms-lease-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			}
		}
	}
}, ir = {
	serializedName: `Blob_changeLeaseExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlobChangeLeaseExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, ar = {
	serializedName: `Blob_breakLeaseHeaders`,
	type: {
		name: `Composite`,
		className: `BlobBreakLeaseHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			leaseTime: {
				serializedName: `x-ms-lease-time`,
				xmlName: `x-ms-lease-time`,
				type: { name: `Number` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			}
		}
	}
}, or = {
	serializedName: `Blob_breakLeaseExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlobBreakLeaseExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, sr = {
	serializedName: `Blob_createSnapshotHeaders`,
	type: {
		name: `Composite`,
		className: `BlobCreateSnapshotHeaders`,
		modelProperties: {
			snapshot: {
				serializedName: `x-ms-snapshot`,
				xmlName: `x-ms-snapshot`,
				type: { name: `String` }
			},
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			versionId: {
				serializedName: `x-ms-version-id`,
				xmlName: `x-ms-version-id`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			isServerEncrypted: {
				serializedName: `x-ms-request-server-encrypted`,
				xmlName: `x-ms-request-server-encrypted`,
				type: { name: `Boolean` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, cr = {
	serializedName: `Blob_createSnapshotExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlobCreateSnapshotExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, lr = {
	serializedName: `Blob_startCopyFromURLHeaders`,
	type: {
		name: `Composite`,
		className: `BlobStartCopyFromURLHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			versionId: {
				serializedName: `x-ms-version-id`,
				xmlName: `x-ms-version-id`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			copyId: {
				serializedName: `x-ms-copy-id`,
				xmlName: `x-ms-copy-id`,
				type: { name: `String` }
			},
			copyStatus: {
				serializedName: `x-ms-copy-status`,
				xmlName: `x-ms-copy-status`,
				type: {
					name: `Enum`,
					allowedValues: [
						`pending`,
						`success`,
						`aborted`,
						`failed`
					]
				}
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, ur = {
	serializedName: `Blob_startCopyFromURLExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlobStartCopyFromURLExceptionHeaders`,
		modelProperties: {
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			},
			copySourceErrorCode: {
				serializedName: `x-ms-copy-source-error-code`,
				xmlName: `x-ms-copy-source-error-code`,
				type: { name: `String` }
			},
			copySourceStatusCode: {
				serializedName: `x-ms-copy-source-status-code`,
				xmlName: `x-ms-copy-source-status-code`,
				type: { name: `Number` }
			}
		}
	}
}, dr = {
	serializedName: `Blob_copyFromURLHeaders`,
	type: {
		name: `Composite`,
		className: `BlobCopyFromURLHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			versionId: {
				serializedName: `x-ms-version-id`,
				xmlName: `x-ms-version-id`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			copyId: {
				serializedName: `x-ms-copy-id`,
				xmlName: `x-ms-copy-id`,
				type: { name: `String` }
			},
			copyStatus: {
				defaultValue: `success`,
				isConstant: !0,
				serializedName: `x-ms-copy-status`,
				type: { name: `String` }
			},
			contentMD5: {
				serializedName: `content-md5`,
				xmlName: `content-md5`,
				type: { name: `ByteArray` }
			},
			xMsContentCrc64: {
				serializedName: `x-ms-content-crc64`,
				xmlName: `x-ms-content-crc64`,
				type: { name: `ByteArray` }
			},
			encryptionScope: {
				serializedName: `x-ms-encryption-scope`,
				xmlName: `x-ms-encryption-scope`,
				type: { name: `String` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, fr = {
	serializedName: `Blob_copyFromURLExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlobCopyFromURLExceptionHeaders`,
		modelProperties: {
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			},
			copySourceErrorCode: {
				serializedName: `x-ms-copy-source-error-code`,
				xmlName: `x-ms-copy-source-error-code`,
				type: { name: `String` }
			},
			copySourceStatusCode: {
				serializedName: `x-ms-copy-source-status-code`,
				xmlName: `x-ms-copy-source-status-code`,
				type: { name: `Number` }
			}
		}
	}
}, pr = {
	serializedName: `Blob_abortCopyFromURLHeaders`,
	type: {
		name: `Composite`,
		className: `BlobAbortCopyFromURLHeaders`,
		modelProperties: {
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, mr = {
	serializedName: `Blob_abortCopyFromURLExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlobAbortCopyFromURLExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, hr = {
	serializedName: `Blob_setTierHeaders`,
	type: {
		name: `Composite`,
		className: `BlobSetTierHeaders`,
		modelProperties: {
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, gr = {
	serializedName: `Blob_setTierExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlobSetTierExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, _r = {
	serializedName: `Blob_getAccountInfoHeaders`,
	type: {
		name: `Composite`,
		className: `BlobGetAccountInfoHeaders`,
		modelProperties: {
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			skuName: {
				serializedName: `x-ms-sku-name`,
				xmlName: `x-ms-sku-name`,
				type: {
					name: `Enum`,
					allowedValues: [
						`Standard_LRS`,
						`Standard_GRS`,
						`Standard_RAGRS`,
						`Standard_ZRS`,
						`Premium_LRS`
					]
				}
			},
			accountKind: {
				serializedName: `x-ms-account-kind`,
				xmlName: `x-ms-account-kind`,
				type: {
					name: `Enum`,
					allowedValues: [
						`Storage`,
						`BlobStorage`,
						`StorageV2`,
						`FileStorage`,
						`BlockBlobStorage`
					]
				}
			},
			isHierarchicalNamespaceEnabled: {
				serializedName: `x-ms-is-hns-enabled`,
				xmlName: `x-ms-is-hns-enabled`,
				type: { name: `Boolean` }
			}
		}
	}
}, vr = {
	serializedName: `Blob_getAccountInfoExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlobGetAccountInfoExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, yr = {
	serializedName: `Blob_queryHeaders`,
	type: {
		name: `Composite`,
		className: `BlobQueryHeaders`,
		modelProperties: {
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			metadata: {
				serializedName: `x-ms-meta`,
				headerCollectionPrefix: `x-ms-meta-`,
				xmlName: `x-ms-meta`,
				type: {
					name: `Dictionary`,
					value: { type: { name: `String` } }
				}
			},
			contentLength: {
				serializedName: `content-length`,
				xmlName: `content-length`,
				type: { name: `Number` }
			},
			contentType: {
				serializedName: `content-type`,
				xmlName: `content-type`,
				type: { name: `String` }
			},
			contentRange: {
				serializedName: `content-range`,
				xmlName: `content-range`,
				type: { name: `String` }
			},
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			contentMD5: {
				serializedName: `content-md5`,
				xmlName: `content-md5`,
				type: { name: `ByteArray` }
			},
			contentEncoding: {
				serializedName: `content-encoding`,
				xmlName: `content-encoding`,
				type: { name: `String` }
			},
			cacheControl: {
				serializedName: `cache-control`,
				xmlName: `cache-control`,
				type: { name: `String` }
			},
			contentDisposition: {
				serializedName: `content-disposition`,
				xmlName: `content-disposition`,
				type: { name: `String` }
			},
			contentLanguage: {
				serializedName: `content-language`,
				xmlName: `content-language`,
				type: { name: `String` }
			},
			blobSequenceNumber: {
				serializedName: `x-ms-blob-sequence-number`,
				xmlName: `x-ms-blob-sequence-number`,
				type: { name: `Number` }
			},
			blobType: {
				serializedName: `x-ms-blob-type`,
				xmlName: `x-ms-blob-type`,
				type: {
					name: `Enum`,
					allowedValues: [
						`BlockBlob`,
						`PageBlob`,
						`AppendBlob`
					]
				}
			},
			copyCompletionTime: {
				serializedName: `x-ms-copy-completion-time`,
				xmlName: `x-ms-copy-completion-time`,
				type: { name: `DateTimeRfc1123` }
			},
			copyStatusDescription: {
				serializedName: `x-ms-copy-status-description`,
				xmlName: `x-ms-copy-status-description`,
				type: { name: `String` }
			},
			copyId: {
				serializedName: `x-ms-copy-id`,
				xmlName: `x-ms-copy-id`,
				type: { name: `String` }
			},
			copyProgress: {
				serializedName: `x-ms-copy-progress`,
				xmlName: `x-ms-copy-progress`,
				type: { name: `String` }
			},
			copySource: {
				serializedName: `x-ms-copy-source`,
				xmlName: `x-ms-copy-source`,
				type: { name: `String` }
			},
			copyStatus: {
				serializedName: `x-ms-copy-status`,
				xmlName: `x-ms-copy-status`,
				type: {
					name: `Enum`,
					allowedValues: [
						`pending`,
						`success`,
						`aborted`,
						`failed`
					]
				}
			},
			leaseDuration: {
				serializedName: `x-ms-lease-duration`,
				xmlName: `x-ms-lease-duration`,
				type: {
					name: `Enum`,
					allowedValues: [`infinite`, `fixed`]
				}
			},
			leaseState: {
				serializedName: `x-ms-lease-state`,
				xmlName: `x-ms-lease-state`,
				type: {
					name: `Enum`,
					allowedValues: [
						`available`,
						`leased`,
						`expired`,
						`breaking`,
						`broken`
					]
				}
			},
			leaseStatus: {
				serializedName: `x-ms-lease-status`,
				xmlName: `x-ms-lease-status`,
				type: {
					name: `Enum`,
					allowedValues: [`locked`, `unlocked`]
				}
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			acceptRanges: {
				serializedName: `accept-ranges`,
				xmlName: `accept-ranges`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			blobCommittedBlockCount: {
				serializedName: `x-ms-blob-committed-block-count`,
				xmlName: `x-ms-blob-committed-block-count`,
				type: { name: `Number` }
			},
			isServerEncrypted: {
				serializedName: `x-ms-server-encrypted`,
				xmlName: `x-ms-server-encrypted`,
				type: { name: `Boolean` }
			},
			encryptionKeySha256: {
				serializedName: `x-ms-encryption-key-sha256`,
				xmlName: `x-ms-encryption-key-sha256`,
				type: { name: `String` }
			},
			encryptionScope: {
				serializedName: `x-ms-encryption-scope`,
				xmlName: `x-ms-encryption-scope`,
				type: { name: `String` }
			},
			blobContentMD5: {
				serializedName: `x-ms-blob-content-md5`,
				xmlName: `x-ms-blob-content-md5`,
				type: { name: `ByteArray` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			},
			contentCrc64: {
				serializedName: `x-ms-content-crc64`,
				xmlName: `x-ms-content-crc64`,
				type: { name: `ByteArray` }
			}
		}
	}
}, br = {
	serializedName: `Blob_queryExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlobQueryExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, xr = {
	serializedName: `Blob_getTagsHeaders`,
	type: {
		name: `Composite`,
		className: `BlobGetTagsHeaders`,
		modelProperties: {
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Sr = {
	serializedName: `Blob_getTagsExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlobGetTagsExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Cr = {
	serializedName: `Blob_setTagsHeaders`,
	type: {
		name: `Composite`,
		className: `BlobSetTagsHeaders`,
		modelProperties: {
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, wr = {
	serializedName: `Blob_setTagsExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlobSetTagsExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Tr = {
	serializedName: `PageBlob_createHeaders`,
	type: {
		name: `Composite`,
		className: `PageBlobCreateHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			contentMD5: {
				serializedName: `content-md5`,
				xmlName: `content-md5`,
				type: { name: `ByteArray` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			versionId: {
				serializedName: `x-ms-version-id`,
				xmlName: `x-ms-version-id`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			isServerEncrypted: {
				serializedName: `x-ms-request-server-encrypted`,
				xmlName: `x-ms-request-server-encrypted`,
				type: { name: `Boolean` }
			},
			encryptionKeySha256: {
				serializedName: `x-ms-encryption-key-sha256`,
				xmlName: `x-ms-encryption-key-sha256`,
				type: { name: `String` }
			},
			encryptionScope: {
				serializedName: `x-ms-encryption-scope`,
				xmlName: `x-ms-encryption-scope`,
				type: { name: `String` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Er = {
	serializedName: `PageBlob_createExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `PageBlobCreateExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Dr = {
	serializedName: `PageBlob_uploadPagesHeaders`,
	type: {
		name: `Composite`,
		className: `PageBlobUploadPagesHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			contentMD5: {
				serializedName: `content-md5`,
				xmlName: `content-md5`,
				type: { name: `ByteArray` }
			},
			xMsContentCrc64: {
				serializedName: `x-ms-content-crc64`,
				xmlName: `x-ms-content-crc64`,
				type: { name: `ByteArray` }
			},
			blobSequenceNumber: {
				serializedName: `x-ms-blob-sequence-number`,
				xmlName: `x-ms-blob-sequence-number`,
				type: { name: `Number` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			isServerEncrypted: {
				serializedName: `x-ms-request-server-encrypted`,
				xmlName: `x-ms-request-server-encrypted`,
				type: { name: `Boolean` }
			},
			encryptionKeySha256: {
				serializedName: `x-ms-encryption-key-sha256`,
				xmlName: `x-ms-encryption-key-sha256`,
				type: { name: `String` }
			},
			encryptionScope: {
				serializedName: `x-ms-encryption-scope`,
				xmlName: `x-ms-encryption-scope`,
				type: { name: `String` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Or = {
	serializedName: `PageBlob_uploadPagesExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `PageBlobUploadPagesExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, kr = {
	serializedName: `PageBlob_clearPagesHeaders`,
	type: {
		name: `Composite`,
		className: `PageBlobClearPagesHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			contentMD5: {
				serializedName: `content-md5`,
				xmlName: `content-md5`,
				type: { name: `ByteArray` }
			},
			xMsContentCrc64: {
				serializedName: `x-ms-content-crc64`,
				xmlName: `x-ms-content-crc64`,
				type: { name: `ByteArray` }
			},
			blobSequenceNumber: {
				serializedName: `x-ms-blob-sequence-number`,
				xmlName: `x-ms-blob-sequence-number`,
				type: { name: `Number` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Ar = {
	serializedName: `PageBlob_clearPagesExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `PageBlobClearPagesExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, jr = {
	serializedName: `PageBlob_uploadPagesFromURLHeaders`,
	type: {
		name: `Composite`,
		className: `PageBlobUploadPagesFromURLHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			contentMD5: {
				serializedName: `content-md5`,
				xmlName: `content-md5`,
				type: { name: `ByteArray` }
			},
			xMsContentCrc64: {
				serializedName: `x-ms-content-crc64`,
				xmlName: `x-ms-content-crc64`,
				type: { name: `ByteArray` }
			},
			blobSequenceNumber: {
				serializedName: `x-ms-blob-sequence-number`,
				xmlName: `x-ms-blob-sequence-number`,
				type: { name: `Number` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			isServerEncrypted: {
				serializedName: `x-ms-request-server-encrypted`,
				xmlName: `x-ms-request-server-encrypted`,
				type: { name: `Boolean` }
			},
			encryptionKeySha256: {
				serializedName: `x-ms-encryption-key-sha256`,
				xmlName: `x-ms-encryption-key-sha256`,
				type: { name: `String` }
			},
			encryptionScope: {
				serializedName: `x-ms-encryption-scope`,
				xmlName: `x-ms-encryption-scope`,
				type: { name: `String` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Mr = {
	serializedName: `PageBlob_uploadPagesFromURLExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `PageBlobUploadPagesFromURLExceptionHeaders`,
		modelProperties: {
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			},
			copySourceErrorCode: {
				serializedName: `x-ms-copy-source-error-code`,
				xmlName: `x-ms-copy-source-error-code`,
				type: { name: `String` }
			},
			copySourceStatusCode: {
				serializedName: `x-ms-copy-source-status-code`,
				xmlName: `x-ms-copy-source-status-code`,
				type: { name: `Number` }
			}
		}
	}
}, Nr = {
	serializedName: `PageBlob_getPageRangesHeaders`,
	type: {
		name: `Composite`,
		className: `PageBlobGetPageRangesHeaders`,
		modelProperties: {
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			blobContentLength: {
				serializedName: `x-ms-blob-content-length`,
				xmlName: `x-ms-blob-content-length`,
				type: { name: `Number` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Pr = {
	serializedName: `PageBlob_getPageRangesExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `PageBlobGetPageRangesExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Fr = {
	serializedName: `PageBlob_getPageRangesDiffHeaders`,
	type: {
		name: `Composite`,
		className: `PageBlobGetPageRangesDiffHeaders`,
		modelProperties: {
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			blobContentLength: {
				serializedName: `x-ms-blob-content-length`,
				xmlName: `x-ms-blob-content-length`,
				type: { name: `Number` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Ir = {
	serializedName: `PageBlob_getPageRangesDiffExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `PageBlobGetPageRangesDiffExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Lr = {
	serializedName: `PageBlob_resizeHeaders`,
	type: {
		name: `Composite`,
		className: `PageBlobResizeHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			blobSequenceNumber: {
				serializedName: `x-ms-blob-sequence-number`,
				xmlName: `x-ms-blob-sequence-number`,
				type: { name: `Number` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Rr = {
	serializedName: `PageBlob_resizeExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `PageBlobResizeExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, zr = {
	serializedName: `PageBlob_updateSequenceNumberHeaders`,
	type: {
		name: `Composite`,
		className: `PageBlobUpdateSequenceNumberHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			blobSequenceNumber: {
				serializedName: `x-ms-blob-sequence-number`,
				xmlName: `x-ms-blob-sequence-number`,
				type: { name: `Number` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Br = {
	serializedName: `PageBlob_updateSequenceNumberExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `PageBlobUpdateSequenceNumberExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Vr = {
	serializedName: `PageBlob_copyIncrementalHeaders`,
	type: {
		name: `Composite`,
		className: `PageBlobCopyIncrementalHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			copyId: {
				serializedName: `x-ms-copy-id`,
				xmlName: `x-ms-copy-id`,
				type: { name: `String` }
			},
			copyStatus: {
				serializedName: `x-ms-copy-status`,
				xmlName: `x-ms-copy-status`,
				type: {
					name: `Enum`,
					allowedValues: [
						`pending`,
						`success`,
						`aborted`,
						`failed`
					]
				}
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Hr = {
	serializedName: `PageBlob_copyIncrementalExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `PageBlobCopyIncrementalExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Ur = {
	serializedName: `AppendBlob_createHeaders`,
	type: {
		name: `Composite`,
		className: `AppendBlobCreateHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			contentMD5: {
				serializedName: `content-md5`,
				xmlName: `content-md5`,
				type: { name: `ByteArray` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			versionId: {
				serializedName: `x-ms-version-id`,
				xmlName: `x-ms-version-id`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			isServerEncrypted: {
				serializedName: `x-ms-request-server-encrypted`,
				xmlName: `x-ms-request-server-encrypted`,
				type: { name: `Boolean` }
			},
			encryptionKeySha256: {
				serializedName: `x-ms-encryption-key-sha256`,
				xmlName: `x-ms-encryption-key-sha256`,
				type: { name: `String` }
			},
			encryptionScope: {
				serializedName: `x-ms-encryption-scope`,
				xmlName: `x-ms-encryption-scope`,
				type: { name: `String` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Wr = {
	serializedName: `AppendBlob_createExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `AppendBlobCreateExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Gr = {
	serializedName: `AppendBlob_appendBlockHeaders`,
	type: {
		name: `Composite`,
		className: `AppendBlobAppendBlockHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			contentMD5: {
				serializedName: `content-md5`,
				xmlName: `content-md5`,
				type: { name: `ByteArray` }
			},
			xMsContentCrc64: {
				serializedName: `x-ms-content-crc64`,
				xmlName: `x-ms-content-crc64`,
				type: { name: `ByteArray` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			blobAppendOffset: {
				serializedName: `x-ms-blob-append-offset`,
				xmlName: `x-ms-blob-append-offset`,
				type: { name: `String` }
			},
			blobCommittedBlockCount: {
				serializedName: `x-ms-blob-committed-block-count`,
				xmlName: `x-ms-blob-committed-block-count`,
				type: { name: `Number` }
			},
			isServerEncrypted: {
				serializedName: `x-ms-request-server-encrypted`,
				xmlName: `x-ms-request-server-encrypted`,
				type: { name: `Boolean` }
			},
			encryptionKeySha256: {
				serializedName: `x-ms-encryption-key-sha256`,
				xmlName: `x-ms-encryption-key-sha256`,
				type: { name: `String` }
			},
			encryptionScope: {
				serializedName: `x-ms-encryption-scope`,
				xmlName: `x-ms-encryption-scope`,
				type: { name: `String` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Kr = {
	serializedName: `AppendBlob_appendBlockExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `AppendBlobAppendBlockExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, qr = {
	serializedName: `AppendBlob_appendBlockFromUrlHeaders`,
	type: {
		name: `Composite`,
		className: `AppendBlobAppendBlockFromUrlHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			contentMD5: {
				serializedName: `content-md5`,
				xmlName: `content-md5`,
				type: { name: `ByteArray` }
			},
			xMsContentCrc64: {
				serializedName: `x-ms-content-crc64`,
				xmlName: `x-ms-content-crc64`,
				type: { name: `ByteArray` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			blobAppendOffset: {
				serializedName: `x-ms-blob-append-offset`,
				xmlName: `x-ms-blob-append-offset`,
				type: { name: `String` }
			},
			blobCommittedBlockCount: {
				serializedName: `x-ms-blob-committed-block-count`,
				xmlName: `x-ms-blob-committed-block-count`,
				type: { name: `Number` }
			},
			encryptionKeySha256: {
				serializedName: `x-ms-encryption-key-sha256`,
				xmlName: `x-ms-encryption-key-sha256`,
				type: { name: `String` }
			},
			encryptionScope: {
				serializedName: `x-ms-encryption-scope`,
				xmlName: `x-ms-encryption-scope`,
				type: { name: `String` }
			},
			isServerEncrypted: {
				serializedName: `x-ms-request-server-encrypted`,
				xmlName: `x-ms-request-server-encrypted`,
				type: { name: `Boolean` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Jr = {
	serializedName: `AppendBlob_appendBlockFromUrlExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `AppendBlobAppendBlockFromUrlExceptionHeaders`,
		modelProperties: {
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			},
			copySourceErrorCode: {
				serializedName: `x-ms-copy-source-error-code`,
				xmlName: `x-ms-copy-source-error-code`,
				type: { name: `String` }
			},
			copySourceStatusCode: {
				serializedName: `x-ms-copy-source-status-code`,
				xmlName: `x-ms-copy-source-status-code`,
				type: { name: `Number` }
			}
		}
	}
}, Yr = {
	serializedName: `AppendBlob_sealHeaders`,
	type: {
		name: `Composite`,
		className: `AppendBlobSealHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			isSealed: {
				serializedName: `x-ms-blob-sealed`,
				xmlName: `x-ms-blob-sealed`,
				type: { name: `Boolean` }
			}
		}
	}
}, Xr = {
	serializedName: `AppendBlob_sealExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `AppendBlobSealExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, Zr = {
	serializedName: `BlockBlob_uploadHeaders`,
	type: {
		name: `Composite`,
		className: `BlockBlobUploadHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			contentMD5: {
				serializedName: `content-md5`,
				xmlName: `content-md5`,
				type: { name: `ByteArray` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			versionId: {
				serializedName: `x-ms-version-id`,
				xmlName: `x-ms-version-id`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			isServerEncrypted: {
				serializedName: `x-ms-request-server-encrypted`,
				xmlName: `x-ms-request-server-encrypted`,
				type: { name: `Boolean` }
			},
			encryptionKeySha256: {
				serializedName: `x-ms-encryption-key-sha256`,
				xmlName: `x-ms-encryption-key-sha256`,
				type: { name: `String` }
			},
			encryptionScope: {
				serializedName: `x-ms-encryption-scope`,
				xmlName: `x-ms-encryption-scope`,
				type: { name: `String` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, Qr = {
	serializedName: `BlockBlob_uploadExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlockBlobUploadExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, $r = {
	serializedName: `BlockBlob_putBlobFromUrlHeaders`,
	type: {
		name: `Composite`,
		className: `BlockBlobPutBlobFromUrlHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			contentMD5: {
				serializedName: `content-md5`,
				xmlName: `content-md5`,
				type: { name: `ByteArray` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			versionId: {
				serializedName: `x-ms-version-id`,
				xmlName: `x-ms-version-id`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			isServerEncrypted: {
				serializedName: `x-ms-request-server-encrypted`,
				xmlName: `x-ms-request-server-encrypted`,
				type: { name: `Boolean` }
			},
			encryptionKeySha256: {
				serializedName: `x-ms-encryption-key-sha256`,
				xmlName: `x-ms-encryption-key-sha256`,
				type: { name: `String` }
			},
			encryptionScope: {
				serializedName: `x-ms-encryption-scope`,
				xmlName: `x-ms-encryption-scope`,
				type: { name: `String` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, ei = {
	serializedName: `BlockBlob_putBlobFromUrlExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlockBlobPutBlobFromUrlExceptionHeaders`,
		modelProperties: {
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			},
			copySourceErrorCode: {
				serializedName: `x-ms-copy-source-error-code`,
				xmlName: `x-ms-copy-source-error-code`,
				type: { name: `String` }
			},
			copySourceStatusCode: {
				serializedName: `x-ms-copy-source-status-code`,
				xmlName: `x-ms-copy-source-status-code`,
				type: { name: `Number` }
			}
		}
	}
}, ti = {
	serializedName: `BlockBlob_stageBlockHeaders`,
	type: {
		name: `Composite`,
		className: `BlockBlobStageBlockHeaders`,
		modelProperties: {
			contentMD5: {
				serializedName: `content-md5`,
				xmlName: `content-md5`,
				type: { name: `ByteArray` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			xMsContentCrc64: {
				serializedName: `x-ms-content-crc64`,
				xmlName: `x-ms-content-crc64`,
				type: { name: `ByteArray` }
			},
			isServerEncrypted: {
				serializedName: `x-ms-request-server-encrypted`,
				xmlName: `x-ms-request-server-encrypted`,
				type: { name: `Boolean` }
			},
			encryptionKeySha256: {
				serializedName: `x-ms-encryption-key-sha256`,
				xmlName: `x-ms-encryption-key-sha256`,
				type: { name: `String` }
			},
			encryptionScope: {
				serializedName: `x-ms-encryption-scope`,
				xmlName: `x-ms-encryption-scope`,
				type: { name: `String` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, ni = {
	serializedName: `BlockBlob_stageBlockExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlockBlobStageBlockExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, ri = {
	serializedName: `BlockBlob_stageBlockFromURLHeaders`,
	type: {
		name: `Composite`,
		className: `BlockBlobStageBlockFromURLHeaders`,
		modelProperties: {
			contentMD5: {
				serializedName: `content-md5`,
				xmlName: `content-md5`,
				type: { name: `ByteArray` }
			},
			xMsContentCrc64: {
				serializedName: `x-ms-content-crc64`,
				xmlName: `x-ms-content-crc64`,
				type: { name: `ByteArray` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			isServerEncrypted: {
				serializedName: `x-ms-request-server-encrypted`,
				xmlName: `x-ms-request-server-encrypted`,
				type: { name: `Boolean` }
			},
			encryptionKeySha256: {
				serializedName: `x-ms-encryption-key-sha256`,
				xmlName: `x-ms-encryption-key-sha256`,
				type: { name: `String` }
			},
			encryptionScope: {
				serializedName: `x-ms-encryption-scope`,
				xmlName: `x-ms-encryption-scope`,
				type: { name: `String` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, ii = {
	serializedName: `BlockBlob_stageBlockFromURLExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlockBlobStageBlockFromURLExceptionHeaders`,
		modelProperties: {
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			},
			copySourceErrorCode: {
				serializedName: `x-ms-copy-source-error-code`,
				xmlName: `x-ms-copy-source-error-code`,
				type: { name: `String` }
			},
			copySourceStatusCode: {
				serializedName: `x-ms-copy-source-status-code`,
				xmlName: `x-ms-copy-source-status-code`,
				type: { name: `Number` }
			}
		}
	}
}, ai = {
	serializedName: `BlockBlob_commitBlockListHeaders`,
	type: {
		name: `Composite`,
		className: `BlockBlobCommitBlockListHeaders`,
		modelProperties: {
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			contentMD5: {
				serializedName: `content-md5`,
				xmlName: `content-md5`,
				type: { name: `ByteArray` }
			},
			xMsContentCrc64: {
				serializedName: `x-ms-content-crc64`,
				xmlName: `x-ms-content-crc64`,
				type: { name: `ByteArray` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			versionId: {
				serializedName: `x-ms-version-id`,
				xmlName: `x-ms-version-id`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			isServerEncrypted: {
				serializedName: `x-ms-request-server-encrypted`,
				xmlName: `x-ms-request-server-encrypted`,
				type: { name: `Boolean` }
			},
			encryptionKeySha256: {
				serializedName: `x-ms-encryption-key-sha256`,
				xmlName: `x-ms-encryption-key-sha256`,
				type: { name: `String` }
			},
			encryptionScope: {
				serializedName: `x-ms-encryption-scope`,
				xmlName: `x-ms-encryption-scope`,
				type: { name: `String` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, oi = {
	serializedName: `BlockBlob_commitBlockListExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlockBlobCommitBlockListExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, si = {
	serializedName: `BlockBlob_getBlockListHeaders`,
	type: {
		name: `Composite`,
		className: `BlockBlobGetBlockListHeaders`,
		modelProperties: {
			lastModified: {
				serializedName: `last-modified`,
				xmlName: `last-modified`,
				type: { name: `DateTimeRfc1123` }
			},
			etag: {
				serializedName: `etag`,
				xmlName: `etag`,
				type: { name: `String` }
			},
			contentType: {
				serializedName: `content-type`,
				xmlName: `content-type`,
				type: { name: `String` }
			},
			blobContentLength: {
				serializedName: `x-ms-blob-content-length`,
				xmlName: `x-ms-blob-content-length`,
				type: { name: `Number` }
			},
			clientRequestId: {
				serializedName: `x-ms-client-request-id`,
				xmlName: `x-ms-client-request-id`,
				type: { name: `String` }
			},
			requestId: {
				serializedName: `x-ms-request-id`,
				xmlName: `x-ms-request-id`,
				type: { name: `String` }
			},
			version: {
				serializedName: `x-ms-version`,
				xmlName: `x-ms-version`,
				type: { name: `String` }
			},
			date: {
				serializedName: `date`,
				xmlName: `date`,
				type: { name: `DateTimeRfc1123` }
			},
			errorCode: {
				serializedName: `x-ms-error-code`,
				xmlName: `x-ms-error-code`,
				type: { name: `String` }
			}
		}
	}
}, ci = {
	serializedName: `BlockBlob_getBlockListExceptionHeaders`,
	type: {
		name: `Composite`,
		className: `BlockBlobGetBlockListExceptionHeaders`,
		modelProperties: { errorCode: {
			serializedName: `x-ms-error-code`,
			xmlName: `x-ms-error-code`,
			type: { name: `String` }
		} }
	}
}, li = {
	parameterPath: [`options`, `contentType`],
	mapper: {
		defaultValue: `application/xml`,
		isConstant: !0,
		serializedName: `Content-Type`,
		type: { name: `String` }
	}
}, ui = {
	parameterPath: `blobServiceProperties`,
	mapper: Ke
}, g = {
	parameterPath: `accept`,
	mapper: {
		defaultValue: `application/xml`,
		isConstant: !0,
		serializedName: `Accept`,
		type: { name: `String` }
	}
}, _ = {
	parameterPath: `url`,
	mapper: {
		serializedName: `url`,
		required: !0,
		xmlName: `url`,
		type: { name: `String` }
	},
	skipEncoding: !0
}, di = {
	parameterPath: `restype`,
	mapper: {
		defaultValue: `service`,
		isConstant: !0,
		serializedName: `restype`,
		type: { name: `String` }
	}
}, v = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `properties`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, y = {
	parameterPath: [`options`, `timeoutInSeconds`],
	mapper: {
		constraints: { InclusiveMinimum: 0 },
		serializedName: `timeout`,
		xmlName: `timeout`,
		type: { name: `Number` }
	}
}, b = {
	parameterPath: `version`,
	mapper: {
		defaultValue: `2026-02-06`,
		isConstant: !0,
		serializedName: `x-ms-version`,
		type: { name: `String` }
	}
}, x = {
	parameterPath: [`options`, `requestId`],
	mapper: {
		serializedName: `x-ms-client-request-id`,
		xmlName: `x-ms-client-request-id`,
		type: { name: `String` }
	}
}, S = {
	parameterPath: `accept`,
	mapper: {
		defaultValue: `application/xml`,
		isConstant: !0,
		serializedName: `Accept`,
		type: { name: `String` }
	}
}, fi = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `stats`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, pi = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `list`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, mi = {
	parameterPath: [`options`, `prefix`],
	mapper: {
		serializedName: `prefix`,
		xmlName: `prefix`,
		type: { name: `String` }
	}
}, hi = {
	parameterPath: [`options`, `marker`],
	mapper: {
		serializedName: `marker`,
		xmlName: `marker`,
		type: { name: `String` }
	}
}, gi = {
	parameterPath: [`options`, `maxPageSize`],
	mapper: {
		constraints: { InclusiveMinimum: 1 },
		serializedName: `maxresults`,
		xmlName: `maxresults`,
		type: { name: `Number` }
	}
}, _i = {
	parameterPath: [`options`, `include`],
	mapper: {
		serializedName: `include`,
		xmlName: `include`,
		xmlElementName: `ListContainersIncludeType`,
		type: {
			name: `Sequence`,
			element: { type: {
				name: `Enum`,
				allowedValues: [
					`metadata`,
					`deleted`,
					`system`
				]
			} }
		}
	},
	collectionFormat: `CSV`
}, vi = {
	parameterPath: `keyInfo`,
	mapper: rt
}, yi = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `userdelegationkey`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, bi = {
	parameterPath: `restype`,
	mapper: {
		defaultValue: `account`,
		isConstant: !0,
		serializedName: `restype`,
		type: { name: `String` }
	}
}, xi = {
	parameterPath: `body`,
	mapper: {
		serializedName: `body`,
		required: !0,
		xmlName: `body`,
		type: { name: `Stream` }
	}
}, Si = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `batch`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, C = {
	parameterPath: `contentLength`,
	mapper: {
		serializedName: `Content-Length`,
		required: !0,
		xmlName: `Content-Length`,
		type: { name: `Number` }
	}
}, Ci = {
	parameterPath: `multipartContentType`,
	mapper: {
		serializedName: `Content-Type`,
		required: !0,
		xmlName: `Content-Type`,
		type: { name: `String` }
	}
}, wi = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `blobs`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, Ti = {
	parameterPath: [`options`, `where`],
	mapper: {
		serializedName: `where`,
		xmlName: `where`,
		type: { name: `String` }
	}
}, w = {
	parameterPath: `restype`,
	mapper: {
		defaultValue: `container`,
		isConstant: !0,
		serializedName: `restype`,
		type: { name: `String` }
	}
}, T = {
	parameterPath: [`options`, `metadata`],
	mapper: {
		serializedName: `x-ms-meta`,
		xmlName: `x-ms-meta`,
		headerCollectionPrefix: `x-ms-meta-`,
		type: {
			name: `Dictionary`,
			value: { type: { name: `String` } }
		}
	}
}, Ei = {
	parameterPath: [`options`, `access`],
	mapper: {
		serializedName: `x-ms-blob-public-access`,
		xmlName: `x-ms-blob-public-access`,
		type: {
			name: `Enum`,
			allowedValues: [`container`, `blob`]
		}
	}
}, Di = {
	parameterPath: [
		`options`,
		`containerEncryptionScope`,
		`defaultEncryptionScope`
	],
	mapper: {
		serializedName: `x-ms-default-encryption-scope`,
		xmlName: `x-ms-default-encryption-scope`,
		type: { name: `String` }
	}
}, Oi = {
	parameterPath: [
		`options`,
		`containerEncryptionScope`,
		`preventEncryptionScopeOverride`
	],
	mapper: {
		serializedName: `x-ms-deny-encryption-scope-override`,
		xmlName: `x-ms-deny-encryption-scope-override`,
		type: { name: `Boolean` }
	}
}, E = {
	parameterPath: [
		`options`,
		`leaseAccessConditions`,
		`leaseId`
	],
	mapper: {
		serializedName: `x-ms-lease-id`,
		xmlName: `x-ms-lease-id`,
		type: { name: `String` }
	}
}, D = {
	parameterPath: [
		`options`,
		`modifiedAccessConditions`,
		`ifModifiedSince`
	],
	mapper: {
		serializedName: `If-Modified-Since`,
		xmlName: `If-Modified-Since`,
		type: { name: `DateTimeRfc1123` }
	}
}, O = {
	parameterPath: [
		`options`,
		`modifiedAccessConditions`,
		`ifUnmodifiedSince`
	],
	mapper: {
		serializedName: `If-Unmodified-Since`,
		xmlName: `If-Unmodified-Since`,
		type: { name: `DateTimeRfc1123` }
	}
}, ki = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `metadata`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, Ai = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `acl`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, ji = {
	parameterPath: [`options`, `containerAcl`],
	mapper: {
		serializedName: `containerAcl`,
		xmlName: `SignedIdentifiers`,
		xmlIsWrapped: !0,
		xmlElementName: `SignedIdentifier`,
		type: {
			name: `Sequence`,
			element: { type: {
				name: `Composite`,
				className: `SignedIdentifier`
			} }
		}
	}
}, Mi = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `undelete`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, Ni = {
	parameterPath: [`options`, `deletedContainerName`],
	mapper: {
		serializedName: `x-ms-deleted-container-name`,
		xmlName: `x-ms-deleted-container-name`,
		type: { name: `String` }
	}
}, Pi = {
	parameterPath: [`options`, `deletedContainerVersion`],
	mapper: {
		serializedName: `x-ms-deleted-container-version`,
		xmlName: `x-ms-deleted-container-version`,
		type: { name: `String` }
	}
}, Fi = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `rename`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, Ii = {
	parameterPath: `sourceContainerName`,
	mapper: {
		serializedName: `x-ms-source-container-name`,
		required: !0,
		xmlName: `x-ms-source-container-name`,
		type: { name: `String` }
	}
}, Li = {
	parameterPath: [`options`, `sourceLeaseId`],
	mapper: {
		serializedName: `x-ms-source-lease-id`,
		xmlName: `x-ms-source-lease-id`,
		type: { name: `String` }
	}
}, k = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `lease`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, Ri = {
	parameterPath: `action`,
	mapper: {
		defaultValue: `acquire`,
		isConstant: !0,
		serializedName: `x-ms-lease-action`,
		type: { name: `String` }
	}
}, zi = {
	parameterPath: [`options`, `duration`],
	mapper: {
		serializedName: `x-ms-lease-duration`,
		xmlName: `x-ms-lease-duration`,
		type: { name: `Number` }
	}
}, Bi = {
	parameterPath: [`options`, `proposedLeaseId`],
	mapper: {
		serializedName: `x-ms-proposed-lease-id`,
		xmlName: `x-ms-proposed-lease-id`,
		type: { name: `String` }
	}
}, Vi = {
	parameterPath: `action`,
	mapper: {
		defaultValue: `release`,
		isConstant: !0,
		serializedName: `x-ms-lease-action`,
		type: { name: `String` }
	}
}, Hi = {
	parameterPath: `leaseId`,
	mapper: {
		serializedName: `x-ms-lease-id`,
		required: !0,
		xmlName: `x-ms-lease-id`,
		type: { name: `String` }
	}
}, Ui = {
	parameterPath: `action`,
	mapper: {
		defaultValue: `renew`,
		isConstant: !0,
		serializedName: `x-ms-lease-action`,
		type: { name: `String` }
	}
}, Wi = {
	parameterPath: `action`,
	mapper: {
		defaultValue: `break`,
		isConstant: !0,
		serializedName: `x-ms-lease-action`,
		type: { name: `String` }
	}
}, Gi = {
	parameterPath: [`options`, `breakPeriod`],
	mapper: {
		serializedName: `x-ms-lease-break-period`,
		xmlName: `x-ms-lease-break-period`,
		type: { name: `Number` }
	}
}, Ki = {
	parameterPath: `action`,
	mapper: {
		defaultValue: `change`,
		isConstant: !0,
		serializedName: `x-ms-lease-action`,
		type: { name: `String` }
	}
}, qi = {
	parameterPath: `proposedLeaseId`,
	mapper: {
		serializedName: `x-ms-proposed-lease-id`,
		required: !0,
		xmlName: `x-ms-proposed-lease-id`,
		type: { name: `String` }
	}
}, Ji = {
	parameterPath: [`options`, `include`],
	mapper: {
		serializedName: `include`,
		xmlName: `include`,
		xmlElementName: `ListBlobsIncludeItem`,
		type: {
			name: `Sequence`,
			element: { type: {
				name: `Enum`,
				allowedValues: [
					`copy`,
					`deleted`,
					`metadata`,
					`snapshots`,
					`uncommittedblobs`,
					`versions`,
					`tags`,
					`immutabilitypolicy`,
					`legalhold`,
					`deletedwithversions`
				]
			} }
		}
	},
	collectionFormat: `CSV`
}, Yi = {
	parameterPath: [`options`, `startFrom`],
	mapper: {
		serializedName: `startFrom`,
		xmlName: `startFrom`,
		type: { name: `String` }
	}
}, Xi = {
	parameterPath: `delimiter`,
	mapper: {
		serializedName: `delimiter`,
		required: !0,
		xmlName: `delimiter`,
		type: { name: `String` }
	}
}, A = {
	parameterPath: [`options`, `snapshot`],
	mapper: {
		serializedName: `snapshot`,
		xmlName: `snapshot`,
		type: { name: `String` }
	}
}, j = {
	parameterPath: [`options`, `versionId`],
	mapper: {
		serializedName: `versionid`,
		xmlName: `versionid`,
		type: { name: `String` }
	}
}, Zi = {
	parameterPath: [`options`, `range`],
	mapper: {
		serializedName: `x-ms-range`,
		xmlName: `x-ms-range`,
		type: { name: `String` }
	}
}, Qi = {
	parameterPath: [`options`, `rangeGetContentMD5`],
	mapper: {
		serializedName: `x-ms-range-get-content-md5`,
		xmlName: `x-ms-range-get-content-md5`,
		type: { name: `Boolean` }
	}
}, $i = {
	parameterPath: [`options`, `rangeGetContentCRC64`],
	mapper: {
		serializedName: `x-ms-range-get-content-crc64`,
		xmlName: `x-ms-range-get-content-crc64`,
		type: { name: `Boolean` }
	}
}, M = {
	parameterPath: [
		`options`,
		`cpkInfo`,
		`encryptionKey`
	],
	mapper: {
		serializedName: `x-ms-encryption-key`,
		xmlName: `x-ms-encryption-key`,
		type: { name: `String` }
	}
}, N = {
	parameterPath: [
		`options`,
		`cpkInfo`,
		`encryptionKeySha256`
	],
	mapper: {
		serializedName: `x-ms-encryption-key-sha256`,
		xmlName: `x-ms-encryption-key-sha256`,
		type: { name: `String` }
	}
}, P = {
	parameterPath: [
		`options`,
		`cpkInfo`,
		`encryptionAlgorithm`
	],
	mapper: {
		serializedName: `x-ms-encryption-algorithm`,
		xmlName: `x-ms-encryption-algorithm`,
		type: { name: `String` }
	}
}, F = {
	parameterPath: [
		`options`,
		`modifiedAccessConditions`,
		`ifMatch`
	],
	mapper: {
		serializedName: `If-Match`,
		xmlName: `If-Match`,
		type: { name: `String` }
	}
}, I = {
	parameterPath: [
		`options`,
		`modifiedAccessConditions`,
		`ifNoneMatch`
	],
	mapper: {
		serializedName: `If-None-Match`,
		xmlName: `If-None-Match`,
		type: { name: `String` }
	}
}, L = {
	parameterPath: [
		`options`,
		`modifiedAccessConditions`,
		`ifTags`
	],
	mapper: {
		serializedName: `x-ms-if-tags`,
		xmlName: `x-ms-if-tags`,
		type: { name: `String` }
	}
}, ea = {
	parameterPath: [`options`, `deleteSnapshots`],
	mapper: {
		serializedName: `x-ms-delete-snapshots`,
		xmlName: `x-ms-delete-snapshots`,
		type: {
			name: `Enum`,
			allowedValues: [`include`, `only`]
		}
	}
}, ta = {
	parameterPath: [`options`, `blobDeleteType`],
	mapper: {
		serializedName: `deletetype`,
		xmlName: `deletetype`,
		type: { name: `String` }
	}
}, na = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `expiry`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, ra = {
	parameterPath: `expiryOptions`,
	mapper: {
		serializedName: `x-ms-expiry-option`,
		required: !0,
		xmlName: `x-ms-expiry-option`,
		type: { name: `String` }
	}
}, ia = {
	parameterPath: [`options`, `expiresOn`],
	mapper: {
		serializedName: `x-ms-expiry-time`,
		xmlName: `x-ms-expiry-time`,
		type: { name: `String` }
	}
}, aa = {
	parameterPath: [
		`options`,
		`blobHttpHeaders`,
		`blobCacheControl`
	],
	mapper: {
		serializedName: `x-ms-blob-cache-control`,
		xmlName: `x-ms-blob-cache-control`,
		type: { name: `String` }
	}
}, oa = {
	parameterPath: [
		`options`,
		`blobHttpHeaders`,
		`blobContentType`
	],
	mapper: {
		serializedName: `x-ms-blob-content-type`,
		xmlName: `x-ms-blob-content-type`,
		type: { name: `String` }
	}
}, sa = {
	parameterPath: [
		`options`,
		`blobHttpHeaders`,
		`blobContentMD5`
	],
	mapper: {
		serializedName: `x-ms-blob-content-md5`,
		xmlName: `x-ms-blob-content-md5`,
		type: { name: `ByteArray` }
	}
}, ca = {
	parameterPath: [
		`options`,
		`blobHttpHeaders`,
		`blobContentEncoding`
	],
	mapper: {
		serializedName: `x-ms-blob-content-encoding`,
		xmlName: `x-ms-blob-content-encoding`,
		type: { name: `String` }
	}
}, la = {
	parameterPath: [
		`options`,
		`blobHttpHeaders`,
		`blobContentLanguage`
	],
	mapper: {
		serializedName: `x-ms-blob-content-language`,
		xmlName: `x-ms-blob-content-language`,
		type: { name: `String` }
	}
}, ua = {
	parameterPath: [
		`options`,
		`blobHttpHeaders`,
		`blobContentDisposition`
	],
	mapper: {
		serializedName: `x-ms-blob-content-disposition`,
		xmlName: `x-ms-blob-content-disposition`,
		type: { name: `String` }
	}
}, da = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `immutabilityPolicies`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, fa = {
	parameterPath: [`options`, `immutabilityPolicyExpiry`],
	mapper: {
		serializedName: `x-ms-immutability-policy-until-date`,
		xmlName: `x-ms-immutability-policy-until-date`,
		type: { name: `DateTimeRfc1123` }
	}
}, pa = {
	parameterPath: [`options`, `immutabilityPolicyMode`],
	mapper: {
		serializedName: `x-ms-immutability-policy-mode`,
		xmlName: `x-ms-immutability-policy-mode`,
		type: {
			name: `Enum`,
			allowedValues: [
				`Mutable`,
				`Unlocked`,
				`Locked`
			]
		}
	}
}, ma = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `legalhold`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, ha = {
	parameterPath: `legalHold`,
	mapper: {
		serializedName: `x-ms-legal-hold`,
		required: !0,
		xmlName: `x-ms-legal-hold`,
		type: { name: `Boolean` }
	}
}, R = {
	parameterPath: [`options`, `encryptionScope`],
	mapper: {
		serializedName: `x-ms-encryption-scope`,
		xmlName: `x-ms-encryption-scope`,
		type: { name: `String` }
	}
}, ga = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `snapshot`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, _a = {
	parameterPath: [`options`, `tier`],
	mapper: {
		serializedName: `x-ms-access-tier`,
		xmlName: `x-ms-access-tier`,
		type: {
			name: `Enum`,
			allowedValues: [
				`P4`,
				`P6`,
				`P10`,
				`P15`,
				`P20`,
				`P30`,
				`P40`,
				`P50`,
				`P60`,
				`P70`,
				`P80`,
				`Hot`,
				`Cool`,
				`Archive`,
				`Cold`
			]
		}
	}
}, va = {
	parameterPath: [`options`, `rehydratePriority`],
	mapper: {
		serializedName: `x-ms-rehydrate-priority`,
		xmlName: `x-ms-rehydrate-priority`,
		type: {
			name: `Enum`,
			allowedValues: [`High`, `Standard`]
		}
	}
}, ya = {
	parameterPath: [
		`options`,
		`sourceModifiedAccessConditions`,
		`sourceIfModifiedSince`
	],
	mapper: {
		serializedName: `x-ms-source-if-modified-since`,
		xmlName: `x-ms-source-if-modified-since`,
		type: { name: `DateTimeRfc1123` }
	}
}, ba = {
	parameterPath: [
		`options`,
		`sourceModifiedAccessConditions`,
		`sourceIfUnmodifiedSince`
	],
	mapper: {
		serializedName: `x-ms-source-if-unmodified-since`,
		xmlName: `x-ms-source-if-unmodified-since`,
		type: { name: `DateTimeRfc1123` }
	}
}, xa = {
	parameterPath: [
		`options`,
		`sourceModifiedAccessConditions`,
		`sourceIfMatch`
	],
	mapper: {
		serializedName: `x-ms-source-if-match`,
		xmlName: `x-ms-source-if-match`,
		type: { name: `String` }
	}
}, Sa = {
	parameterPath: [
		`options`,
		`sourceModifiedAccessConditions`,
		`sourceIfNoneMatch`
	],
	mapper: {
		serializedName: `x-ms-source-if-none-match`,
		xmlName: `x-ms-source-if-none-match`,
		type: { name: `String` }
	}
}, Ca = {
	parameterPath: [
		`options`,
		`sourceModifiedAccessConditions`,
		`sourceIfTags`
	],
	mapper: {
		serializedName: `x-ms-source-if-tags`,
		xmlName: `x-ms-source-if-tags`,
		type: { name: `String` }
	}
}, wa = {
	parameterPath: `copySource`,
	mapper: {
		serializedName: `x-ms-copy-source`,
		required: !0,
		xmlName: `x-ms-copy-source`,
		type: { name: `String` }
	}
}, Ta = {
	parameterPath: [`options`, `blobTagsString`],
	mapper: {
		serializedName: `x-ms-tags`,
		xmlName: `x-ms-tags`,
		type: { name: `String` }
	}
}, Ea = {
	parameterPath: [`options`, `sealBlob`],
	mapper: {
		serializedName: `x-ms-seal-blob`,
		xmlName: `x-ms-seal-blob`,
		type: { name: `Boolean` }
	}
}, Da = {
	parameterPath: [`options`, `legalHold`],
	mapper: {
		serializedName: `x-ms-legal-hold`,
		xmlName: `x-ms-legal-hold`,
		type: { name: `Boolean` }
	}
}, Oa = {
	parameterPath: `xMsRequiresSync`,
	mapper: {
		defaultValue: `true`,
		isConstant: !0,
		serializedName: `x-ms-requires-sync`,
		type: { name: `String` }
	}
}, ka = {
	parameterPath: [`options`, `sourceContentMD5`],
	mapper: {
		serializedName: `x-ms-source-content-md5`,
		xmlName: `x-ms-source-content-md5`,
		type: { name: `ByteArray` }
	}
}, Aa = {
	parameterPath: [`options`, `copySourceAuthorization`],
	mapper: {
		serializedName: `x-ms-copy-source-authorization`,
		xmlName: `x-ms-copy-source-authorization`,
		type: { name: `String` }
	}
}, ja = {
	parameterPath: [`options`, `copySourceTags`],
	mapper: {
		serializedName: `x-ms-copy-source-tag-option`,
		xmlName: `x-ms-copy-source-tag-option`,
		type: {
			name: `Enum`,
			allowedValues: [`REPLACE`, `COPY`]
		}
	}
}, Ma = {
	parameterPath: [`options`, `fileRequestIntent`],
	mapper: {
		serializedName: `x-ms-file-request-intent`,
		xmlName: `x-ms-file-request-intent`,
		type: { name: `String` }
	}
}, Na = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `copy`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, Pa = {
	parameterPath: `copyActionAbortConstant`,
	mapper: {
		defaultValue: `abort`,
		isConstant: !0,
		serializedName: `x-ms-copy-action`,
		type: { name: `String` }
	}
}, Fa = {
	parameterPath: `copyId`,
	mapper: {
		serializedName: `copyid`,
		required: !0,
		xmlName: `copyid`,
		type: { name: `String` }
	}
}, Ia = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `tier`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, La = {
	parameterPath: `tier`,
	mapper: {
		serializedName: `x-ms-access-tier`,
		required: !0,
		xmlName: `x-ms-access-tier`,
		type: {
			name: `Enum`,
			allowedValues: [
				`P4`,
				`P6`,
				`P10`,
				`P15`,
				`P20`,
				`P30`,
				`P40`,
				`P50`,
				`P60`,
				`P70`,
				`P80`,
				`Hot`,
				`Cool`,
				`Archive`,
				`Cold`
			]
		}
	}
}, Ra = {
	parameterPath: [`options`, `queryRequest`],
	mapper: Tt
}, za = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `query`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, Ba = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `tags`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, Va = {
	parameterPath: [
		`options`,
		`blobModifiedAccessConditions`,
		`ifModifiedSince`
	],
	mapper: {
		serializedName: `x-ms-blob-if-modified-since`,
		xmlName: `x-ms-blob-if-modified-since`,
		type: { name: `DateTimeRfc1123` }
	}
}, Ha = {
	parameterPath: [
		`options`,
		`blobModifiedAccessConditions`,
		`ifUnmodifiedSince`
	],
	mapper: {
		serializedName: `x-ms-blob-if-unmodified-since`,
		xmlName: `x-ms-blob-if-unmodified-since`,
		type: { name: `DateTimeRfc1123` }
	}
}, Ua = {
	parameterPath: [
		`options`,
		`blobModifiedAccessConditions`,
		`ifMatch`
	],
	mapper: {
		serializedName: `x-ms-blob-if-match`,
		xmlName: `x-ms-blob-if-match`,
		type: { name: `String` }
	}
}, Wa = {
	parameterPath: [
		`options`,
		`blobModifiedAccessConditions`,
		`ifNoneMatch`
	],
	mapper: {
		serializedName: `x-ms-blob-if-none-match`,
		xmlName: `x-ms-blob-if-none-match`,
		type: { name: `String` }
	}
}, Ga = {
	parameterPath: [`options`, `tags`],
	mapper: st
}, z = {
	parameterPath: [`options`, `transactionalContentMD5`],
	mapper: {
		serializedName: `Content-MD5`,
		xmlName: `Content-MD5`,
		type: { name: `ByteArray` }
	}
}, Ka = {
	parameterPath: [`options`, `transactionalContentCrc64`],
	mapper: {
		serializedName: `x-ms-content-crc64`,
		xmlName: `x-ms-content-crc64`,
		type: { name: `ByteArray` }
	}
}, qa = {
	parameterPath: `blobType`,
	mapper: {
		defaultValue: `PageBlob`,
		isConstant: !0,
		serializedName: `x-ms-blob-type`,
		type: { name: `String` }
	}
}, Ja = {
	parameterPath: `blobContentLength`,
	mapper: {
		serializedName: `x-ms-blob-content-length`,
		required: !0,
		xmlName: `x-ms-blob-content-length`,
		type: { name: `Number` }
	}
}, Ya = {
	parameterPath: [`options`, `blobSequenceNumber`],
	mapper: {
		defaultValue: 0,
		serializedName: `x-ms-blob-sequence-number`,
		xmlName: `x-ms-blob-sequence-number`,
		type: { name: `Number` }
	}
}, Xa = {
	parameterPath: [`options`, `contentType`],
	mapper: {
		defaultValue: `application/octet-stream`,
		isConstant: !0,
		serializedName: `Content-Type`,
		type: { name: `String` }
	}
}, Za = {
	parameterPath: `body`,
	mapper: {
		serializedName: `body`,
		required: !0,
		xmlName: `body`,
		type: { name: `Stream` }
	}
}, Qa = {
	parameterPath: `accept`,
	mapper: {
		defaultValue: `application/xml`,
		isConstant: !0,
		serializedName: `Accept`,
		type: { name: `String` }
	}
}, $a = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `page`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, eo = {
	parameterPath: `pageWrite`,
	mapper: {
		defaultValue: `update`,
		isConstant: !0,
		serializedName: `x-ms-page-write`,
		type: { name: `String` }
	}
}, to = {
	parameterPath: [
		`options`,
		`sequenceNumberAccessConditions`,
		`ifSequenceNumberLessThanOrEqualTo`
	],
	mapper: {
		serializedName: `x-ms-if-sequence-number-le`,
		xmlName: `x-ms-if-sequence-number-le`,
		type: { name: `Number` }
	}
}, no = {
	parameterPath: [
		`options`,
		`sequenceNumberAccessConditions`,
		`ifSequenceNumberLessThan`
	],
	mapper: {
		serializedName: `x-ms-if-sequence-number-lt`,
		xmlName: `x-ms-if-sequence-number-lt`,
		type: { name: `Number` }
	}
}, ro = {
	parameterPath: [
		`options`,
		`sequenceNumberAccessConditions`,
		`ifSequenceNumberEqualTo`
	],
	mapper: {
		serializedName: `x-ms-if-sequence-number-eq`,
		xmlName: `x-ms-if-sequence-number-eq`,
		type: { name: `Number` }
	}
}, io = {
	parameterPath: `pageWrite`,
	mapper: {
		defaultValue: `clear`,
		isConstant: !0,
		serializedName: `x-ms-page-write`,
		type: { name: `String` }
	}
}, ao = {
	parameterPath: `sourceUrl`,
	mapper: {
		serializedName: `x-ms-copy-source`,
		required: !0,
		xmlName: `x-ms-copy-source`,
		type: { name: `String` }
	}
}, oo = {
	parameterPath: `sourceRange`,
	mapper: {
		serializedName: `x-ms-source-range`,
		required: !0,
		xmlName: `x-ms-source-range`,
		type: { name: `String` }
	}
}, so = {
	parameterPath: [`options`, `sourceContentCrc64`],
	mapper: {
		serializedName: `x-ms-source-content-crc64`,
		xmlName: `x-ms-source-content-crc64`,
		type: { name: `ByteArray` }
	}
}, co = {
	parameterPath: `range`,
	mapper: {
		serializedName: `x-ms-range`,
		required: !0,
		xmlName: `x-ms-range`,
		type: { name: `String` }
	}
}, lo = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `pagelist`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, uo = {
	parameterPath: [`options`, `prevsnapshot`],
	mapper: {
		serializedName: `prevsnapshot`,
		xmlName: `prevsnapshot`,
		type: { name: `String` }
	}
}, fo = {
	parameterPath: [`options`, `prevSnapshotUrl`],
	mapper: {
		serializedName: `x-ms-previous-snapshot-url`,
		xmlName: `x-ms-previous-snapshot-url`,
		type: { name: `String` }
	}
}, po = {
	parameterPath: `sequenceNumberAction`,
	mapper: {
		serializedName: `x-ms-sequence-number-action`,
		required: !0,
		xmlName: `x-ms-sequence-number-action`,
		type: {
			name: `Enum`,
			allowedValues: [
				`max`,
				`update`,
				`increment`
			]
		}
	}
}, mo = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `incrementalcopy`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, ho = {
	parameterPath: `blobType`,
	mapper: {
		defaultValue: `AppendBlob`,
		isConstant: !0,
		serializedName: `x-ms-blob-type`,
		type: { name: `String` }
	}
}, go = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `appendblock`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, _o = {
	parameterPath: [
		`options`,
		`appendPositionAccessConditions`,
		`maxSize`
	],
	mapper: {
		serializedName: `x-ms-blob-condition-maxsize`,
		xmlName: `x-ms-blob-condition-maxsize`,
		type: { name: `Number` }
	}
}, vo = {
	parameterPath: [
		`options`,
		`appendPositionAccessConditions`,
		`appendPosition`
	],
	mapper: {
		serializedName: `x-ms-blob-condition-appendpos`,
		xmlName: `x-ms-blob-condition-appendpos`,
		type: { name: `Number` }
	}
}, yo = {
	parameterPath: [`options`, `sourceRange`],
	mapper: {
		serializedName: `x-ms-source-range`,
		xmlName: `x-ms-source-range`,
		type: { name: `String` }
	}
}, bo = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `seal`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, xo = {
	parameterPath: `blobType`,
	mapper: {
		defaultValue: `BlockBlob`,
		isConstant: !0,
		serializedName: `x-ms-blob-type`,
		type: { name: `String` }
	}
}, So = {
	parameterPath: [`options`, `copySourceBlobProperties`],
	mapper: {
		serializedName: `x-ms-copy-source-blob-properties`,
		xmlName: `x-ms-copy-source-blob-properties`,
		type: { name: `Boolean` }
	}
}, Co = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `block`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, wo = {
	parameterPath: `blockId`,
	mapper: {
		serializedName: `blockid`,
		required: !0,
		xmlName: `blockid`,
		type: { name: `String` }
	}
}, To = {
	parameterPath: `blocks`,
	mapper: yt
}, Eo = {
	parameterPath: `comp`,
	mapper: {
		defaultValue: `blocklist`,
		isConstant: !0,
		serializedName: `comp`,
		type: { name: `String` }
	}
}, Do = {
	parameterPath: `listType`,
	mapper: {
		defaultValue: `committed`,
		serializedName: `blocklisttype`,
		required: !0,
		xmlName: `blocklisttype`,
		type: {
			name: `Enum`,
			allowedValues: [
				`committed`,
				`uncommitted`,
				`all`
			]
		}
	}
};
var Oo = class {
	client;
	constructor(e) {
		this.client = e;
	}
	setProperties(e, t) {
		return this.client.sendOperationRequest({
			blobServiceProperties: e,
			options: t
		}, ko);
	}
	getProperties(e) {
		return this.client.sendOperationRequest({ options: e }, Ao);
	}
	getStatistics(e) {
		return this.client.sendOperationRequest({ options: e }, jo);
	}
	listContainersSegment(e) {
		return this.client.sendOperationRequest({ options: e }, Mo);
	}
	getUserDelegationKey(e, t) {
		return this.client.sendOperationRequest({
			keyInfo: e,
			options: t
		}, No);
	}
	getAccountInfo(e) {
		return this.client.sendOperationRequest({ options: e }, Po);
	}
	submitBatch(e, t, n, r) {
		return this.client.sendOperationRequest({
			contentLength: e,
			multipartContentType: t,
			body: n,
			options: r
		}, Fo);
	}
	filterBlobs(e) {
		return this.client.sendOperationRequest({ options: e }, Io);
	}
};
const B = ue(Ge, !0), ko = {
	path: `/`,
	httpMethod: `PUT`,
	responses: {
		202: { headersMapper: Mt },
		default: {
			bodyMapper: h,
			headersMapper: Nt
		}
	},
	requestBody: ui,
	queryParameters: [
		di,
		v,
		y
	],
	urlParameters: [_],
	headerParameters: [
		li,
		g,
		b,
		x
	],
	isXML: !0,
	contentType: `application/xml; charset=utf-8`,
	mediaType: `xml`,
	serializer: B
}, Ao = {
	path: `/`,
	httpMethod: `GET`,
	responses: {
		200: {
			bodyMapper: Ke,
			headersMapper: Pt
		},
		default: {
			bodyMapper: h,
			headersMapper: Ft
		}
	},
	queryParameters: [
		di,
		v,
		y
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S
	],
	isXML: !0,
	serializer: B
}, jo = {
	path: `/`,
	httpMethod: `GET`,
	responses: {
		200: {
			bodyMapper: Qe,
			headersMapper: It
		},
		default: {
			bodyMapper: h,
			headersMapper: Lt
		}
	},
	queryParameters: [
		di,
		y,
		fi
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S
	],
	isXML: !0,
	serializer: B
}, Mo = {
	path: `/`,
	httpMethod: `GET`,
	responses: {
		200: {
			bodyMapper: et,
			headersMapper: Rt
		},
		default: {
			bodyMapper: h,
			headersMapper: zt
		}
	},
	queryParameters: [
		y,
		pi,
		mi,
		hi,
		gi,
		_i
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S
	],
	isXML: !0,
	serializer: B
}, No = {
	path: `/`,
	httpMethod: `POST`,
	responses: {
		200: {
			bodyMapper: it,
			headersMapper: Bt
		},
		default: {
			bodyMapper: h,
			headersMapper: Vt
		}
	},
	requestBody: vi,
	queryParameters: [
		di,
		y,
		yi
	],
	urlParameters: [_],
	headerParameters: [
		li,
		g,
		b,
		x
	],
	isXML: !0,
	contentType: `application/xml; charset=utf-8`,
	mediaType: `xml`,
	serializer: B
}, Po = {
	path: `/`,
	httpMethod: `GET`,
	responses: {
		200: { headersMapper: Ht },
		default: {
			bodyMapper: h,
			headersMapper: Ut
		}
	},
	queryParameters: [
		v,
		y,
		bi
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S
	],
	isXML: !0,
	serializer: B
}, Fo = {
	path: `/`,
	httpMethod: `POST`,
	responses: {
		202: {
			bodyMapper: {
				type: { name: `Stream` },
				serializedName: `parsedResponse`
			},
			headersMapper: Wt
		},
		default: {
			bodyMapper: h,
			headersMapper: Gt
		}
	},
	requestBody: xi,
	queryParameters: [y, Si],
	urlParameters: [_],
	headerParameters: [
		g,
		b,
		x,
		C,
		Ci
	],
	isXML: !0,
	contentType: `application/xml; charset=utf-8`,
	mediaType: `xml`,
	serializer: B
}, Io = {
	path: `/`,
	httpMethod: `GET`,
	responses: {
		200: {
			bodyMapper: at,
			headersMapper: Kt
		},
		default: {
			bodyMapper: h,
			headersMapper: qt
		}
	},
	queryParameters: [
		y,
		hi,
		gi,
		wi,
		Ti
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S
	],
	isXML: !0,
	serializer: B
};
var Lo = class {
	client;
	constructor(e) {
		this.client = e;
	}
	create(e) {
		return this.client.sendOperationRequest({ options: e }, Ro);
	}
	getProperties(e) {
		return this.client.sendOperationRequest({ options: e }, zo);
	}
	delete(e) {
		return this.client.sendOperationRequest({ options: e }, Bo);
	}
	setMetadata(e) {
		return this.client.sendOperationRequest({ options: e }, Vo);
	}
	getAccessPolicy(e) {
		return this.client.sendOperationRequest({ options: e }, Ho);
	}
	setAccessPolicy(e) {
		return this.client.sendOperationRequest({ options: e }, Uo);
	}
	restore(e) {
		return this.client.sendOperationRequest({ options: e }, Wo);
	}
	rename(e, t) {
		return this.client.sendOperationRequest({
			sourceContainerName: e,
			options: t
		}, Go);
	}
	submitBatch(e, t, n, r) {
		return this.client.sendOperationRequest({
			contentLength: e,
			multipartContentType: t,
			body: n,
			options: r
		}, Ko);
	}
	filterBlobs(e) {
		return this.client.sendOperationRequest({ options: e }, qo);
	}
	acquireLease(e) {
		return this.client.sendOperationRequest({ options: e }, Jo);
	}
	releaseLease(e, t) {
		return this.client.sendOperationRequest({
			leaseId: e,
			options: t
		}, Yo);
	}
	renewLease(e, t) {
		return this.client.sendOperationRequest({
			leaseId: e,
			options: t
		}, Xo);
	}
	breakLease(e) {
		return this.client.sendOperationRequest({ options: e }, Zo);
	}
	changeLease(e, t, n) {
		return this.client.sendOperationRequest({
			leaseId: e,
			proposedLeaseId: t,
			options: n
		}, Qo);
	}
	listBlobFlatSegment(e) {
		return this.client.sendOperationRequest({ options: e }, $o);
	}
	listBlobHierarchySegment(e, t) {
		return this.client.sendOperationRequest({
			delimiter: e,
			options: t
		}, es);
	}
	getAccountInfo(e) {
		return this.client.sendOperationRequest({ options: e }, ts);
	}
};
const V = ue(Ge, !0), Ro = {
	path: `/{containerName}`,
	httpMethod: `PUT`,
	responses: {
		201: { headersMapper: Jt },
		default: {
			bodyMapper: h,
			headersMapper: Yt
		}
	},
	queryParameters: [y, w],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		T,
		Ei,
		Di,
		Oi
	],
	isXML: !0,
	serializer: V
}, zo = {
	path: `/{containerName}`,
	httpMethod: `GET`,
	responses: {
		200: { headersMapper: Xt },
		default: {
			bodyMapper: h,
			headersMapper: Zt
		}
	},
	queryParameters: [y, w],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		E
	],
	isXML: !0,
	serializer: V
}, Bo = {
	path: `/{containerName}`,
	httpMethod: `DELETE`,
	responses: {
		202: { headersMapper: Qt },
		default: {
			bodyMapper: h,
			headersMapper: $t
		}
	},
	queryParameters: [y, w],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		E,
		D,
		O
	],
	isXML: !0,
	serializer: V
}, Vo = {
	path: `/{containerName}`,
	httpMethod: `PUT`,
	responses: {
		200: { headersMapper: en },
		default: {
			bodyMapper: h,
			headersMapper: tn
		}
	},
	queryParameters: [
		y,
		w,
		ki
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		T,
		E,
		D
	],
	isXML: !0,
	serializer: V
}, Ho = {
	path: `/{containerName}`,
	httpMethod: `GET`,
	responses: {
		200: {
			bodyMapper: {
				type: {
					name: `Sequence`,
					element: { type: {
						name: `Composite`,
						className: `SignedIdentifier`
					} }
				},
				serializedName: `SignedIdentifiers`,
				xmlName: `SignedIdentifiers`,
				xmlIsWrapped: !0,
				xmlElementName: `SignedIdentifier`
			},
			headersMapper: nn
		},
		default: {
			bodyMapper: h,
			headersMapper: rn
		}
	},
	queryParameters: [
		y,
		w,
		Ai
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		E
	],
	isXML: !0,
	serializer: V
}, Uo = {
	path: `/{containerName}`,
	httpMethod: `PUT`,
	responses: {
		200: { headersMapper: an },
		default: {
			bodyMapper: h,
			headersMapper: on
		}
	},
	requestBody: ji,
	queryParameters: [
		y,
		w,
		Ai
	],
	urlParameters: [_],
	headerParameters: [
		li,
		g,
		b,
		x,
		Ei,
		E,
		D,
		O
	],
	isXML: !0,
	contentType: `application/xml; charset=utf-8`,
	mediaType: `xml`,
	serializer: V
}, Wo = {
	path: `/{containerName}`,
	httpMethod: `PUT`,
	responses: {
		201: { headersMapper: sn },
		default: {
			bodyMapper: h,
			headersMapper: cn
		}
	},
	queryParameters: [
		y,
		w,
		Mi
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		Ni,
		Pi
	],
	isXML: !0,
	serializer: V
}, Go = {
	path: `/{containerName}`,
	httpMethod: `PUT`,
	responses: {
		200: { headersMapper: ln },
		default: {
			bodyMapper: h,
			headersMapper: un
		}
	},
	queryParameters: [
		y,
		w,
		Fi
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		Ii,
		Li
	],
	isXML: !0,
	serializer: V
}, Ko = {
	path: `/{containerName}`,
	httpMethod: `POST`,
	responses: {
		202: {
			bodyMapper: {
				type: { name: `Stream` },
				serializedName: `parsedResponse`
			},
			headersMapper: dn
		},
		default: {
			bodyMapper: h,
			headersMapper: fn
		}
	},
	requestBody: xi,
	queryParameters: [
		y,
		Si,
		w
	],
	urlParameters: [_],
	headerParameters: [
		g,
		b,
		x,
		C,
		Ci
	],
	isXML: !0,
	contentType: `application/xml; charset=utf-8`,
	mediaType: `xml`,
	serializer: V
}, qo = {
	path: `/{containerName}`,
	httpMethod: `GET`,
	responses: {
		200: {
			bodyMapper: at,
			headersMapper: pn
		},
		default: {
			bodyMapper: h,
			headersMapper: mn
		}
	},
	queryParameters: [
		y,
		hi,
		gi,
		wi,
		Ti,
		w
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S
	],
	isXML: !0,
	serializer: V
}, Jo = {
	path: `/{containerName}`,
	httpMethod: `PUT`,
	responses: {
		201: { headersMapper: hn },
		default: {
			bodyMapper: h,
			headersMapper: gn
		}
	},
	queryParameters: [
		y,
		w,
		k
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		D,
		O,
		Ri,
		zi,
		Bi
	],
	isXML: !0,
	serializer: V
}, Yo = {
	path: `/{containerName}`,
	httpMethod: `PUT`,
	responses: {
		200: { headersMapper: _n },
		default: {
			bodyMapper: h,
			headersMapper: vn
		}
	},
	queryParameters: [
		y,
		w,
		k
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		D,
		O,
		Vi,
		Hi
	],
	isXML: !0,
	serializer: V
}, Xo = {
	path: `/{containerName}`,
	httpMethod: `PUT`,
	responses: {
		200: { headersMapper: yn },
		default: {
			bodyMapper: h,
			headersMapper: bn
		}
	},
	queryParameters: [
		y,
		w,
		k
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		D,
		O,
		Hi,
		Ui
	],
	isXML: !0,
	serializer: V
}, Zo = {
	path: `/{containerName}`,
	httpMethod: `PUT`,
	responses: {
		202: { headersMapper: xn },
		default: {
			bodyMapper: h,
			headersMapper: Sn
		}
	},
	queryParameters: [
		y,
		w,
		k
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		D,
		O,
		Wi,
		Gi
	],
	isXML: !0,
	serializer: V
}, Qo = {
	path: `/{containerName}`,
	httpMethod: `PUT`,
	responses: {
		200: { headersMapper: Cn },
		default: {
			bodyMapper: h,
			headersMapper: wn
		}
	},
	queryParameters: [
		y,
		w,
		k
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		D,
		O,
		Hi,
		Ki,
		qi
	],
	isXML: !0,
	serializer: V
}, $o = {
	path: `/{containerName}`,
	httpMethod: `GET`,
	responses: {
		200: {
			bodyMapper: dt,
			headersMapper: Tn
		},
		default: {
			bodyMapper: h,
			headersMapper: En
		}
	},
	queryParameters: [
		y,
		pi,
		mi,
		hi,
		gi,
		w,
		Ji,
		Yi
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S
	],
	isXML: !0,
	serializer: V
}, es = {
	path: `/{containerName}`,
	httpMethod: `GET`,
	responses: {
		200: {
			bodyMapper: gt,
			headersMapper: Dn
		},
		default: {
			bodyMapper: h,
			headersMapper: On
		}
	},
	queryParameters: [
		y,
		pi,
		mi,
		hi,
		gi,
		w,
		Ji,
		Yi,
		Xi
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S
	],
	isXML: !0,
	serializer: V
}, ts = {
	path: `/{containerName}`,
	httpMethod: `GET`,
	responses: {
		200: { headersMapper: kn },
		default: {
			bodyMapper: h,
			headersMapper: An
		}
	},
	queryParameters: [
		v,
		y,
		bi
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S
	],
	isXML: !0,
	serializer: V
};
var ns = class {
	client;
	constructor(e) {
		this.client = e;
	}
	download(e) {
		return this.client.sendOperationRequest({ options: e }, rs);
	}
	getProperties(e) {
		return this.client.sendOperationRequest({ options: e }, is);
	}
	delete(e) {
		return this.client.sendOperationRequest({ options: e }, as);
	}
	undelete(e) {
		return this.client.sendOperationRequest({ options: e }, os);
	}
	setExpiry(e, t) {
		return this.client.sendOperationRequest({
			expiryOptions: e,
			options: t
		}, ss);
	}
	setHttpHeaders(e) {
		return this.client.sendOperationRequest({ options: e }, cs);
	}
	setImmutabilityPolicy(e) {
		return this.client.sendOperationRequest({ options: e }, ls);
	}
	deleteImmutabilityPolicy(e) {
		return this.client.sendOperationRequest({ options: e }, us);
	}
	setLegalHold(e, t) {
		return this.client.sendOperationRequest({
			legalHold: e,
			options: t
		}, ds);
	}
	setMetadata(e) {
		return this.client.sendOperationRequest({ options: e }, fs);
	}
	acquireLease(e) {
		return this.client.sendOperationRequest({ options: e }, ps);
	}
	releaseLease(e, t) {
		return this.client.sendOperationRequest({
			leaseId: e,
			options: t
		}, ms);
	}
	renewLease(e, t) {
		return this.client.sendOperationRequest({
			leaseId: e,
			options: t
		}, hs);
	}
	changeLease(e, t, n) {
		return this.client.sendOperationRequest({
			leaseId: e,
			proposedLeaseId: t,
			options: n
		}, gs);
	}
	breakLease(e) {
		return this.client.sendOperationRequest({ options: e }, _s);
	}
	createSnapshot(e) {
		return this.client.sendOperationRequest({ options: e }, vs);
	}
	startCopyFromURL(e, t) {
		return this.client.sendOperationRequest({
			copySource: e,
			options: t
		}, ys);
	}
	copyFromURL(e, t) {
		return this.client.sendOperationRequest({
			copySource: e,
			options: t
		}, bs);
	}
	abortCopyFromURL(e, t) {
		return this.client.sendOperationRequest({
			copyId: e,
			options: t
		}, xs);
	}
	setTier(e, t) {
		return this.client.sendOperationRequest({
			tier: e,
			options: t
		}, Ss);
	}
	getAccountInfo(e) {
		return this.client.sendOperationRequest({ options: e }, Cs);
	}
	query(e) {
		return this.client.sendOperationRequest({ options: e }, ws);
	}
	getTags(e) {
		return this.client.sendOperationRequest({ options: e }, Ts);
	}
	setTags(e) {
		return this.client.sendOperationRequest({ options: e }, Es);
	}
};
const H = ue(Ge, !0), rs = {
	path: `/{containerName}/{blob}`,
	httpMethod: `GET`,
	responses: {
		200: {
			bodyMapper: {
				type: { name: `Stream` },
				serializedName: `parsedResponse`
			},
			headersMapper: jn
		},
		206: {
			bodyMapper: {
				type: { name: `Stream` },
				serializedName: `parsedResponse`
			},
			headersMapper: jn
		},
		default: {
			bodyMapper: h,
			headersMapper: Mn
		}
	},
	queryParameters: [
		y,
		A,
		j
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		E,
		D,
		O,
		Zi,
		Qi,
		$i,
		M,
		N,
		P,
		F,
		I,
		L
	],
	isXML: !0,
	serializer: H
}, is = {
	path: `/{containerName}/{blob}`,
	httpMethod: `HEAD`,
	responses: {
		200: { headersMapper: Nn },
		default: {
			bodyMapper: h,
			headersMapper: Pn
		}
	},
	queryParameters: [
		y,
		A,
		j
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		E,
		D,
		O,
		M,
		N,
		P,
		F,
		I,
		L
	],
	isXML: !0,
	serializer: H
}, as = {
	path: `/{containerName}/{blob}`,
	httpMethod: `DELETE`,
	responses: {
		202: { headersMapper: Fn },
		default: {
			bodyMapper: h,
			headersMapper: In
		}
	},
	queryParameters: [
		y,
		A,
		j,
		ta
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		E,
		D,
		O,
		F,
		I,
		L,
		ea
	],
	isXML: !0,
	serializer: H
}, os = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		200: { headersMapper: Ln },
		default: {
			bodyMapper: h,
			headersMapper: Rn
		}
	},
	queryParameters: [y, Mi],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S
	],
	isXML: !0,
	serializer: H
}, ss = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		200: { headersMapper: zn },
		default: {
			bodyMapper: h,
			headersMapper: Bn
		}
	},
	queryParameters: [y, na],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		ra,
		ia
	],
	isXML: !0,
	serializer: H
}, cs = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		200: { headersMapper: Vn },
		default: {
			bodyMapper: h,
			headersMapper: Hn
		}
	},
	queryParameters: [v, y],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		E,
		D,
		O,
		F,
		I,
		L,
		aa,
		oa,
		sa,
		ca,
		la,
		ua
	],
	isXML: !0,
	serializer: H
}, ls = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		200: { headersMapper: Un },
		default: {
			bodyMapper: h,
			headersMapper: Wn
		}
	},
	queryParameters: [
		y,
		A,
		j,
		da
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		O,
		fa,
		pa
	],
	isXML: !0,
	serializer: H
}, us = {
	path: `/{containerName}/{blob}`,
	httpMethod: `DELETE`,
	responses: {
		200: { headersMapper: Gn },
		default: {
			bodyMapper: h,
			headersMapper: Kn
		}
	},
	queryParameters: [
		y,
		A,
		j,
		da
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S
	],
	isXML: !0,
	serializer: H
}, ds = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		200: { headersMapper: qn },
		default: {
			bodyMapper: h,
			headersMapper: Jn
		}
	},
	queryParameters: [
		y,
		A,
		j,
		ma
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		ha
	],
	isXML: !0,
	serializer: H
}, fs = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		200: { headersMapper: Yn },
		default: {
			bodyMapper: h,
			headersMapper: Xn
		}
	},
	queryParameters: [y, ki],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		T,
		E,
		D,
		O,
		M,
		N,
		P,
		F,
		I,
		L,
		R
	],
	isXML: !0,
	serializer: H
}, ps = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		201: { headersMapper: Zn },
		default: {
			bodyMapper: h,
			headersMapper: Qn
		}
	},
	queryParameters: [y, k],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		D,
		O,
		Ri,
		zi,
		Bi,
		F,
		I,
		L
	],
	isXML: !0,
	serializer: H
}, ms = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		200: { headersMapper: $n },
		default: {
			bodyMapper: h,
			headersMapper: er
		}
	},
	queryParameters: [y, k],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		D,
		O,
		Vi,
		Hi,
		F,
		I,
		L
	],
	isXML: !0,
	serializer: H
}, hs = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		200: { headersMapper: tr },
		default: {
			bodyMapper: h,
			headersMapper: nr
		}
	},
	queryParameters: [y, k],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		D,
		O,
		Hi,
		Ui,
		F,
		I,
		L
	],
	isXML: !0,
	serializer: H
}, gs = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		200: { headersMapper: rr },
		default: {
			bodyMapper: h,
			headersMapper: ir
		}
	},
	queryParameters: [y, k],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		D,
		O,
		Hi,
		Ki,
		qi,
		F,
		I,
		L
	],
	isXML: !0,
	serializer: H
}, _s = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		202: { headersMapper: ar },
		default: {
			bodyMapper: h,
			headersMapper: or
		}
	},
	queryParameters: [y, k],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		D,
		O,
		Wi,
		Gi,
		F,
		I,
		L
	],
	isXML: !0,
	serializer: H
}, vs = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		201: { headersMapper: sr },
		default: {
			bodyMapper: h,
			headersMapper: cr
		}
	},
	queryParameters: [y, ga],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		T,
		E,
		D,
		O,
		M,
		N,
		P,
		F,
		I,
		L,
		R
	],
	isXML: !0,
	serializer: H
}, ys = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		202: { headersMapper: lr },
		default: {
			bodyMapper: h,
			headersMapper: ur
		}
	},
	queryParameters: [y],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		T,
		E,
		D,
		O,
		F,
		I,
		L,
		fa,
		pa,
		_a,
		va,
		ya,
		ba,
		xa,
		Sa,
		Ca,
		wa,
		Ta,
		Ea,
		Da
	],
	isXML: !0,
	serializer: H
}, bs = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		202: { headersMapper: dr },
		default: {
			bodyMapper: h,
			headersMapper: fr
		}
	},
	queryParameters: [y],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		T,
		E,
		D,
		O,
		F,
		I,
		L,
		fa,
		pa,
		R,
		_a,
		ya,
		ba,
		xa,
		Sa,
		wa,
		Ta,
		Da,
		Oa,
		ka,
		Aa,
		ja,
		Ma
	],
	isXML: !0,
	serializer: H
}, xs = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		204: { headersMapper: pr },
		default: {
			bodyMapper: h,
			headersMapper: mr
		}
	},
	queryParameters: [
		y,
		Na,
		Fa
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		E,
		Pa
	],
	isXML: !0,
	serializer: H
}, Ss = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		200: { headersMapper: hr },
		202: { headersMapper: hr },
		default: {
			bodyMapper: h,
			headersMapper: gr
		}
	},
	queryParameters: [
		y,
		A,
		j,
		Ia
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		E,
		L,
		va,
		La
	],
	isXML: !0,
	serializer: H
}, Cs = {
	path: `/{containerName}/{blob}`,
	httpMethod: `GET`,
	responses: {
		200: { headersMapper: _r },
		default: {
			bodyMapper: h,
			headersMapper: vr
		}
	},
	queryParameters: [
		v,
		y,
		bi
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S
	],
	isXML: !0,
	serializer: H
}, ws = {
	path: `/{containerName}/{blob}`,
	httpMethod: `POST`,
	responses: {
		200: {
			bodyMapper: {
				type: { name: `Stream` },
				serializedName: `parsedResponse`
			},
			headersMapper: yr
		},
		206: {
			bodyMapper: {
				type: { name: `Stream` },
				serializedName: `parsedResponse`
			},
			headersMapper: yr
		},
		default: {
			bodyMapper: h,
			headersMapper: br
		}
	},
	requestBody: Ra,
	queryParameters: [
		y,
		A,
		za
	],
	urlParameters: [_],
	headerParameters: [
		li,
		g,
		b,
		x,
		E,
		D,
		O,
		M,
		N,
		P,
		F,
		I,
		L
	],
	isXML: !0,
	contentType: `application/xml; charset=utf-8`,
	mediaType: `xml`,
	serializer: H
}, Ts = {
	path: `/{containerName}/{blob}`,
	httpMethod: `GET`,
	responses: {
		200: {
			bodyMapper: st,
			headersMapper: xr
		},
		default: {
			bodyMapper: h,
			headersMapper: Sr
		}
	},
	queryParameters: [
		y,
		A,
		j,
		Ba
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		E,
		L,
		Va,
		Ha,
		Ua,
		Wa
	],
	isXML: !0,
	serializer: H
}, Es = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		204: { headersMapper: Cr },
		default: {
			bodyMapper: h,
			headersMapper: wr
		}
	},
	requestBody: Ga,
	queryParameters: [
		y,
		j,
		Ba
	],
	urlParameters: [_],
	headerParameters: [
		li,
		g,
		b,
		x,
		E,
		L,
		Va,
		Ha,
		Ua,
		Wa,
		z,
		Ka
	],
	isXML: !0,
	contentType: `application/xml; charset=utf-8`,
	mediaType: `xml`,
	serializer: H
};
var Ds = class {
	client;
	constructor(e) {
		this.client = e;
	}
	create(e, t, n) {
		return this.client.sendOperationRequest({
			contentLength: e,
			blobContentLength: t,
			options: n
		}, Os);
	}
	uploadPages(e, t, n) {
		return this.client.sendOperationRequest({
			contentLength: e,
			body: t,
			options: n
		}, ks);
	}
	clearPages(e, t) {
		return this.client.sendOperationRequest({
			contentLength: e,
			options: t
		}, As);
	}
	uploadPagesFromURL(e, t, n, r, i) {
		return this.client.sendOperationRequest({
			sourceUrl: e,
			sourceRange: t,
			contentLength: n,
			range: r,
			options: i
		}, js);
	}
	getPageRanges(e) {
		return this.client.sendOperationRequest({ options: e }, Ms);
	}
	getPageRangesDiff(e) {
		return this.client.sendOperationRequest({ options: e }, Ns);
	}
	resize(e, t) {
		return this.client.sendOperationRequest({
			blobContentLength: e,
			options: t
		}, Ps);
	}
	updateSequenceNumber(e, t) {
		return this.client.sendOperationRequest({
			sequenceNumberAction: e,
			options: t
		}, Fs);
	}
	copyIncremental(e, t) {
		return this.client.sendOperationRequest({
			copySource: e,
			options: t
		}, Is);
	}
};
const U = ue(Ge, !0), Os = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		201: { headersMapper: Tr },
		default: {
			bodyMapper: h,
			headersMapper: Er
		}
	},
	queryParameters: [y],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		C,
		T,
		E,
		D,
		O,
		M,
		N,
		P,
		F,
		I,
		L,
		aa,
		oa,
		sa,
		ca,
		la,
		ua,
		fa,
		pa,
		R,
		_a,
		Ta,
		Da,
		qa,
		Ja,
		Ya
	],
	isXML: !0,
	serializer: U
}, ks = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		201: { headersMapper: Dr },
		default: {
			bodyMapper: h,
			headersMapper: Or
		}
	},
	requestBody: Za,
	queryParameters: [y, $a],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		C,
		E,
		D,
		O,
		Zi,
		M,
		N,
		P,
		F,
		I,
		L,
		R,
		z,
		Ka,
		Xa,
		Qa,
		eo,
		to,
		no,
		ro
	],
	isXML: !0,
	contentType: `application/xml; charset=utf-8`,
	mediaType: `binary`,
	serializer: U
}, As = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		201: { headersMapper: kr },
		default: {
			bodyMapper: h,
			headersMapper: Ar
		}
	},
	queryParameters: [y, $a],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		C,
		E,
		D,
		O,
		Zi,
		M,
		N,
		P,
		F,
		I,
		L,
		R,
		to,
		no,
		ro,
		io
	],
	isXML: !0,
	serializer: U
}, js = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		201: { headersMapper: jr },
		default: {
			bodyMapper: h,
			headersMapper: Mr
		}
	},
	queryParameters: [y, $a],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		C,
		E,
		D,
		O,
		M,
		N,
		P,
		F,
		I,
		L,
		R,
		ya,
		ba,
		xa,
		Sa,
		ka,
		Aa,
		Ma,
		eo,
		to,
		no,
		ro,
		ao,
		oo,
		so,
		co
	],
	isXML: !0,
	serializer: U
}, Ms = {
	path: `/{containerName}/{blob}`,
	httpMethod: `GET`,
	responses: {
		200: {
			bodyMapper: St,
			headersMapper: Nr
		},
		default: {
			bodyMapper: h,
			headersMapper: Pr
		}
	},
	queryParameters: [
		y,
		hi,
		gi,
		A,
		lo
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		E,
		D,
		O,
		Zi,
		F,
		I,
		L
	],
	isXML: !0,
	serializer: U
}, Ns = {
	path: `/{containerName}/{blob}`,
	httpMethod: `GET`,
	responses: {
		200: {
			bodyMapper: St,
			headersMapper: Fr
		},
		default: {
			bodyMapper: h,
			headersMapper: Ir
		}
	},
	queryParameters: [
		y,
		hi,
		gi,
		A,
		lo,
		uo
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		E,
		D,
		O,
		Zi,
		F,
		I,
		L,
		fo
	],
	isXML: !0,
	serializer: U
}, Ps = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		200: { headersMapper: Lr },
		default: {
			bodyMapper: h,
			headersMapper: Rr
		}
	},
	queryParameters: [v, y],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		E,
		D,
		O,
		M,
		N,
		P,
		F,
		I,
		L,
		R,
		Ja
	],
	isXML: !0,
	serializer: U
}, Fs = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		200: { headersMapper: zr },
		default: {
			bodyMapper: h,
			headersMapper: Br
		}
	},
	queryParameters: [v, y],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		E,
		D,
		O,
		F,
		I,
		L,
		Ya,
		po
	],
	isXML: !0,
	serializer: U
}, Is = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		202: { headersMapper: Vr },
		default: {
			bodyMapper: h,
			headersMapper: Hr
		}
	},
	queryParameters: [y, mo],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		D,
		O,
		F,
		I,
		L,
		wa
	],
	isXML: !0,
	serializer: U
};
var Ls = class {
	client;
	constructor(e) {
		this.client = e;
	}
	create(e, t) {
		return this.client.sendOperationRequest({
			contentLength: e,
			options: t
		}, zs);
	}
	appendBlock(e, t, n) {
		return this.client.sendOperationRequest({
			contentLength: e,
			body: t,
			options: n
		}, Bs);
	}
	appendBlockFromUrl(e, t, n) {
		return this.client.sendOperationRequest({
			sourceUrl: e,
			contentLength: t,
			options: n
		}, Vs);
	}
	seal(e) {
		return this.client.sendOperationRequest({ options: e }, Hs);
	}
};
const Rs = ue(Ge, !0), zs = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		201: { headersMapper: Ur },
		default: {
			bodyMapper: h,
			headersMapper: Wr
		}
	},
	queryParameters: [y],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		C,
		T,
		E,
		D,
		O,
		M,
		N,
		P,
		F,
		I,
		L,
		aa,
		oa,
		sa,
		ca,
		la,
		ua,
		fa,
		pa,
		R,
		Ta,
		Da,
		ho
	],
	isXML: !0,
	serializer: Rs
}, Bs = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		201: { headersMapper: Gr },
		default: {
			bodyMapper: h,
			headersMapper: Kr
		}
	},
	requestBody: Za,
	queryParameters: [y, go],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		C,
		E,
		D,
		O,
		M,
		N,
		P,
		F,
		I,
		L,
		R,
		z,
		Ka,
		Xa,
		Qa,
		_o,
		vo
	],
	isXML: !0,
	contentType: `application/xml; charset=utf-8`,
	mediaType: `binary`,
	serializer: Rs
}, Vs = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		201: { headersMapper: qr },
		default: {
			bodyMapper: h,
			headersMapper: Jr
		}
	},
	queryParameters: [y, go],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		C,
		E,
		D,
		O,
		M,
		N,
		P,
		F,
		I,
		L,
		R,
		ya,
		ba,
		xa,
		Sa,
		ka,
		Aa,
		Ma,
		z,
		ao,
		so,
		_o,
		vo,
		yo
	],
	isXML: !0,
	serializer: Rs
}, Hs = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		200: { headersMapper: Yr },
		default: {
			bodyMapper: h,
			headersMapper: Xr
		}
	},
	queryParameters: [y, bo],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		E,
		D,
		O,
		F,
		I,
		vo
	],
	isXML: !0,
	serializer: Rs
};
var Us = class {
	client;
	constructor(e) {
		this.client = e;
	}
	upload(e, t, n) {
		return this.client.sendOperationRequest({
			contentLength: e,
			body: t,
			options: n
		}, Gs);
	}
	putBlobFromUrl(e, t, n) {
		return this.client.sendOperationRequest({
			contentLength: e,
			copySource: t,
			options: n
		}, Ks);
	}
	stageBlock(e, t, n, r) {
		return this.client.sendOperationRequest({
			blockId: e,
			contentLength: t,
			body: n,
			options: r
		}, qs);
	}
	stageBlockFromURL(e, t, n, r) {
		return this.client.sendOperationRequest({
			blockId: e,
			contentLength: t,
			sourceUrl: n,
			options: r
		}, Js);
	}
	commitBlockList(e, t) {
		return this.client.sendOperationRequest({
			blocks: e,
			options: t
		}, Ys);
	}
	getBlockList(e, t) {
		return this.client.sendOperationRequest({
			listType: e,
			options: t
		}, Xs);
	}
};
const Ws = ue(Ge, !0), Gs = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		201: { headersMapper: Zr },
		default: {
			bodyMapper: h,
			headersMapper: Qr
		}
	},
	requestBody: Za,
	queryParameters: [y],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		C,
		T,
		E,
		D,
		O,
		M,
		N,
		P,
		F,
		I,
		L,
		aa,
		oa,
		sa,
		ca,
		la,
		ua,
		fa,
		pa,
		R,
		_a,
		Ta,
		Da,
		z,
		Ka,
		Xa,
		Qa,
		xo
	],
	isXML: !0,
	contentType: `application/xml; charset=utf-8`,
	mediaType: `binary`,
	serializer: Ws
}, Ks = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		201: { headersMapper: $r },
		default: {
			bodyMapper: h,
			headersMapper: ei
		}
	},
	queryParameters: [y],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		C,
		T,
		E,
		D,
		O,
		M,
		N,
		P,
		F,
		I,
		L,
		aa,
		oa,
		sa,
		ca,
		la,
		ua,
		R,
		_a,
		ya,
		ba,
		xa,
		Sa,
		Ca,
		wa,
		Ta,
		ka,
		Aa,
		ja,
		Ma,
		z,
		xo,
		So
	],
	isXML: !0,
	serializer: Ws
}, qs = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		201: { headersMapper: ti },
		default: {
			bodyMapper: h,
			headersMapper: ni
		}
	},
	requestBody: Za,
	queryParameters: [
		y,
		Co,
		wo
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		C,
		E,
		M,
		N,
		P,
		R,
		z,
		Ka,
		Xa,
		Qa
	],
	isXML: !0,
	contentType: `application/xml; charset=utf-8`,
	mediaType: `binary`,
	serializer: Ws
}, Js = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		201: { headersMapper: ri },
		default: {
			bodyMapper: h,
			headersMapper: ii
		}
	},
	queryParameters: [
		y,
		Co,
		wo
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		C,
		E,
		M,
		N,
		P,
		R,
		ya,
		ba,
		xa,
		Sa,
		ka,
		Aa,
		Ma,
		ao,
		so,
		yo
	],
	isXML: !0,
	serializer: Ws
}, Ys = {
	path: `/{containerName}/{blob}`,
	httpMethod: `PUT`,
	responses: {
		201: { headersMapper: ai },
		default: {
			bodyMapper: h,
			headersMapper: oi
		}
	},
	requestBody: To,
	queryParameters: [y, Eo],
	urlParameters: [_],
	headerParameters: [
		li,
		g,
		b,
		x,
		T,
		E,
		D,
		O,
		M,
		N,
		P,
		F,
		I,
		L,
		aa,
		oa,
		sa,
		ca,
		la,
		ua,
		fa,
		pa,
		R,
		_a,
		Ta,
		Da,
		z,
		Ka
	],
	isXML: !0,
	contentType: `application/xml; charset=utf-8`,
	mediaType: `xml`,
	serializer: Ws
}, Xs = {
	path: `/{containerName}/{blob}`,
	httpMethod: `GET`,
	responses: {
		200: {
			bodyMapper: bt,
			headersMapper: si
		},
		default: {
			bodyMapper: h,
			headersMapper: ci
		}
	},
	queryParameters: [
		y,
		A,
		Eo,
		Do
	],
	urlParameters: [_],
	headerParameters: [
		b,
		x,
		S,
		E,
		L
	],
	isXML: !0,
	serializer: Ws
};
var Zs = class extends ce {
	url;
	version;
	constructor(e, t) {
		if (e === void 0) throw Error(`'url' cannot be null`);
		t ||= {};
		let n = { requestContentType: `application/json; charset=utf-8` }, r = `azsdk-js-azure-storage-blob/12.30.0`, i = t.userAgentOptions && t.userAgentOptions.userAgentPrefix ? `${t.userAgentOptions.userAgentPrefix} ${r}` : `${r}`, a = {
			...n,
			...t,
			userAgentOptions: { userAgentPrefix: i },
			endpoint: t.endpoint ?? t.baseUri ?? `{url}`
		};
		super(a), this.url = e, this.version = t.version || `2026-02-06`, this.service = new Oo(this), this.container = new Lo(this), this.blob = new ns(this), this.pageBlob = new Ds(this), this.appendBlob = new Ls(this), this.blockBlob = new Us(this);
	}
	service;
	container;
	blob;
	pageBlob;
	appendBlob;
	blockBlob;
}, Qs = class extends Zs {
	async sendOperationRequest(e, t) {
		let n = { ...t };
		return (n.path === `/{containerName}` || n.path === `/{containerName}/{blob}`) && (n.path = ``), super.sendOperationRequest(e, n);
	}
};
function $s(e) {
	let t = new URL(e), n = t.pathname;
	return n ||= `/`, n = rc(n), t.pathname = n, t.toString();
}
function ec(e) {
	let t = ``;
	if (e.search(`DevelopmentStorageProxyUri=`) !== -1) {
		let n = e.split(`;`);
		for (let e of n) e.trim().startsWith(`DevelopmentStorageProxyUri=`) && (t = e.trim().match(`DevelopmentStorageProxyUri=(.*)`)[1]);
	}
	return t;
}
function tc(e, t) {
	let n = e.split(`;`);
	for (let e of n) if (e.trim().startsWith(t)) return e.trim().match(t + `=(.*)`)[1];
	return ``;
}
function nc(e) {
	let t = ``;
	e.startsWith(`UseDevelopmentStorage=true`) && (t = ec(e), e = `DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1;`);
	let n = tc(e, `BlobEndpoint`);
	if (n = n.endsWith(`/`) ? n.slice(0, -1) : n, e.search(`DefaultEndpointsProtocol=`) !== -1 && e.search(`AccountKey=`) !== -1) {
		let r = ``, i = ``, a = Buffer.from(`accountKey`, `base64`), o = ``;
		if (i = tc(e, `AccountName`), a = Buffer.from(tc(e, `AccountKey`), `base64`), !n) {
			r = tc(e, `DefaultEndpointsProtocol`);
			let t = r.toLowerCase();
			if (t !== `https` && t !== `http`) throw Error(`Invalid DefaultEndpointsProtocol in the provided Connection String. Expecting 'https' or 'http'`);
			if (o = tc(e, `EndpointSuffix`), !o) throw Error(`Invalid EndpointSuffix in the provided Connection String`);
			n = `${r}://${i}.blob.${o}`;
		}
		if (!i) throw Error(`Invalid AccountName in the provided Connection String`);
		if (a.length === 0) throw Error(`Invalid AccountKey in the provided Connection String`);
		return {
			kind: `AccountConnString`,
			url: n,
			accountName: i,
			accountKey: a,
			proxyUri: t
		};
	}
	{
		let t = tc(e, `SharedAccessSignature`), r = tc(e, `AccountName`);
		if (r ||= fc(n), !n) throw Error(`Invalid BlobEndpoint in the provided SAS Connection String`);
		if (!t) throw Error(`Invalid SharedAccessSignature in the provided SAS Connection String`);
		return t.startsWith(`?`) && (t = t.substring(1)), {
			kind: `SASConnString`,
			url: n,
			accountName: r,
			accountSas: t
		};
	}
}
function rc(e) {
	return encodeURIComponent(e).replace(/%2F/g, `/`).replace(/'/g, `%27`).replace(/\+/g, `%20`).replace(/%25/g, `%`);
}
function W(e, t) {
	let n = new URL(e), r = n.pathname;
	return r = r ? r.endsWith(`/`) ? `${r}${t}` : `${r}/${t}` : t, n.pathname = r, n.toString();
}
function ic(e, t, n) {
	let r = new URL(e), i = encodeURIComponent(t), a = n ? encodeURIComponent(n) : void 0, o = r.search === `` ? `?` : r.search, s = [];
	for (let e of o.slice(1).split(`&`)) if (e) {
		let [t] = e.split(`=`, 2);
		t !== i && s.push(e);
	}
	return a && s.push(`${i}=${a}`), r.search = s.length ? `?${s.join(`&`)}` : ``, r.toString();
}
function ac(e, t) {
	return new URL(e).searchParams.get(t) ?? void 0;
}
function oc(e) {
	try {
		let t = new URL(e);
		return t.protocol.endsWith(`:`) ? t.protocol.slice(0, -1) : t.protocol;
	} catch {
		return;
	}
}
function sc(e, t) {
	let n = new URL(e), r = n.search;
	return r ? r += `&` + t : r = t, n.search = r, n.toString();
}
function G(e, t = !0) {
	let n = e.toISOString();
	return t ? n.substring(0, n.length - 1) + `0000Z` : n.substring(0, n.length - 5) + `Z`;
}
function cc(e) {
	return a ? Buffer.from(e).toString(`base64`) : btoa(e);
}
function lc(e, t) {
	return e.length > 42 && (e = e.slice(0, 42)), cc(e + uc(t.toString(), 48 - e.length, `0`));
}
function uc(e, t, n = ` `) {
	return String.prototype.padStart ? e.padStart(t, n) : (n ||= ` `, e.length > t ? e : (t -= e.length, t > n.length && (n += n.repeat(t / n.length)), n.slice(0, t) + e));
}
function dc(e, t) {
	return e.toLocaleLowerCase() === t.toLocaleLowerCase();
}
function fc(e) {
	let t = new URL(e), n;
	try {
		return n = t.hostname.split(`.`)[1] === `blob` ? t.hostname.split(`.`)[0] : pc(t) ? t.pathname.split(`/`)[1] : ``, n;
	} catch {
		throw Error(`Unable to extract accountName with provided information.`);
	}
}
function pc(e) {
	let t = e.host;
	return /^.*:.*:.*$|^(localhost|host.docker.internal)(:[0-9]+)?$|^(\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])(\.(\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])){3}(:[0-9]+)?$/.test(t) || !!e.port && je.includes(e.port);
}
function mc(e) {
	if (e === void 0) return;
	let t = [];
	for (let n in e) if (Object.prototype.hasOwnProperty.call(e, n)) {
		let r = e[n];
		t.push(`${encodeURIComponent(n)}=${encodeURIComponent(r)}`);
	}
	return t.join(`&`);
}
function hc(e) {
	if (e === void 0) return;
	let t = { blobTagSet: [] };
	for (let n in e) if (Object.prototype.hasOwnProperty.call(e, n)) {
		let r = e[n];
		t.blobTagSet.push({
			key: n,
			value: r
		});
	}
	return t;
}
function gc(e) {
	if (e === void 0) return;
	let t = {};
	for (let n of e.blobTagSet) t[n.key] = n.value;
	return t;
}
function _c(e) {
	if (e !== void 0) switch (e.kind) {
		case `csv`: return { format: {
			type: `delimited`,
			delimitedTextConfiguration: {
				columnSeparator: e.columnSeparator || `,`,
				fieldQuote: e.fieldQuote || ``,
				recordSeparator: e.recordSeparator,
				escapeChar: e.escapeCharacter || ``,
				headersPresent: e.hasHeaders || !1
			}
		} };
		case `json`: return { format: {
			type: `json`,
			jsonTextConfiguration: { recordSeparator: e.recordSeparator }
		} };
		case `arrow`: return { format: {
			type: `arrow`,
			arrowConfiguration: { schema: e.schema }
		} };
		case `parquet`: return { format: { type: `parquet` } };
		default: throw Error(`Invalid BlobQueryTextConfiguration.`);
	}
}
function vc(e) {
	if (!e || `policy-id` in e) return;
	let t = [];
	for (let n in e) {
		let r = n.split(`_`);
		r[0].startsWith(`or-`) && (r[0] = r[0].substring(3));
		let i = {
			ruleId: r[1],
			replicationStatus: e[n]
		}, a = t.findIndex((e) => e.policyId === r[0]);
		a > -1 ? t[a].rules.push(i) : t.push({
			policyId: r[0],
			rules: [i]
		});
	}
	return t;
}
function yc(e) {
	return e ? e.scheme + ` ` + e.value : void 0;
}
function* bc(e) {
	let t = [], n = [];
	e.pageRange && (t = e.pageRange), e.clearRange && (n = e.clearRange);
	let r = 0, i = 0;
	for (; r < t.length && i < n.length;) t[r].start < n[i].start ? (yield {
		start: t[r].start,
		end: t[r].end,
		isClear: !1
	}, ++r) : (yield {
		start: n[i].start,
		end: n[i].end,
		isClear: !0
	}, ++i);
	for (; r < t.length; ++r) yield {
		start: t[r].start,
		end: t[r].end,
		isClear: !1
	};
	for (; i < n.length; ++i) yield {
		start: n[i].start,
		end: n[i].end,
		isClear: !0
	};
}
function K(e) {
	if (`_response` in e) return e;
	throw TypeError(`Unexpected response object ${e}`);
}
var xc = class {
	url;
	accountName;
	pipeline;
	credential;
	storageClientContext;
	isHttps;
	constructor(e, t) {
		this.url = $s(e), this.accountName = fc(e), this.pipeline = t, this.storageClientContext = new Qs(this.url, Fe(t)), this.isHttps = dc(oc(this.url) || ``, `https`), this.credential = Ie(t);
		let n = this.storageClientContext;
		n.requestContentType = void 0;
	}
};
const q = _e({
	packageName: `@azure/storage-blob`,
	packageVersion: we,
	namespace: `Microsoft.Storage`
});
var Sc = class e {
	static parse(t) {
		let n = new e();
		for (let e of t) switch (e) {
			case `r`:
				n.read = !0;
				break;
			case `a`:
				n.add = !0;
				break;
			case `c`:
				n.create = !0;
				break;
			case `w`:
				n.write = !0;
				break;
			case `d`:
				n.delete = !0;
				break;
			case `x`:
				n.deleteVersion = !0;
				break;
			case `t`:
				n.tag = !0;
				break;
			case `m`:
				n.move = !0;
				break;
			case `e`:
				n.execute = !0;
				break;
			case `i`:
				n.setImmutabilityPolicy = !0;
				break;
			case `y`:
				n.permanentDelete = !0;
				break;
			default: throw RangeError(`Invalid permission: ${e}`);
		}
		return n;
	}
	static from(t) {
		let n = new e();
		return t.read && (n.read = !0), t.add && (n.add = !0), t.create && (n.create = !0), t.write && (n.write = !0), t.delete && (n.delete = !0), t.deleteVersion && (n.deleteVersion = !0), t.tag && (n.tag = !0), t.move && (n.move = !0), t.execute && (n.execute = !0), t.setImmutabilityPolicy && (n.setImmutabilityPolicy = !0), t.permanentDelete && (n.permanentDelete = !0), n;
	}
	read = !1;
	add = !1;
	create = !1;
	write = !1;
	delete = !1;
	deleteVersion = !1;
	tag = !1;
	move = !1;
	execute = !1;
	setImmutabilityPolicy = !1;
	permanentDelete = !1;
	toString() {
		let e = [];
		return this.read && e.push(`r`), this.add && e.push(`a`), this.create && e.push(`c`), this.write && e.push(`w`), this.delete && e.push(`d`), this.deleteVersion && e.push(`x`), this.tag && e.push(`t`), this.move && e.push(`m`), this.execute && e.push(`e`), this.setImmutabilityPolicy && e.push(`i`), this.permanentDelete && e.push(`y`), e.join(``);
	}
}, Cc = class e {
	static parse(t) {
		let n = new e();
		for (let e of t) switch (e) {
			case `r`:
				n.read = !0;
				break;
			case `a`:
				n.add = !0;
				break;
			case `c`:
				n.create = !0;
				break;
			case `w`:
				n.write = !0;
				break;
			case `d`:
				n.delete = !0;
				break;
			case `l`:
				n.list = !0;
				break;
			case `t`:
				n.tag = !0;
				break;
			case `x`:
				n.deleteVersion = !0;
				break;
			case `m`:
				n.move = !0;
				break;
			case `e`:
				n.execute = !0;
				break;
			case `i`:
				n.setImmutabilityPolicy = !0;
				break;
			case `y`:
				n.permanentDelete = !0;
				break;
			case `f`:
				n.filterByTags = !0;
				break;
			default: throw RangeError(`Invalid permission ${e}`);
		}
		return n;
	}
	static from(t) {
		let n = new e();
		return t.read && (n.read = !0), t.add && (n.add = !0), t.create && (n.create = !0), t.write && (n.write = !0), t.delete && (n.delete = !0), t.list && (n.list = !0), t.deleteVersion && (n.deleteVersion = !0), t.tag && (n.tag = !0), t.move && (n.move = !0), t.execute && (n.execute = !0), t.setImmutabilityPolicy && (n.setImmutabilityPolicy = !0), t.permanentDelete && (n.permanentDelete = !0), t.filterByTags && (n.filterByTags = !0), n;
	}
	read = !1;
	add = !1;
	create = !1;
	write = !1;
	delete = !1;
	deleteVersion = !1;
	list = !1;
	tag = !1;
	move = !1;
	execute = !1;
	setImmutabilityPolicy = !1;
	permanentDelete = !1;
	filterByTags = !1;
	toString() {
		let e = [];
		return this.read && e.push(`r`), this.add && e.push(`a`), this.create && e.push(`c`), this.write && e.push(`w`), this.delete && e.push(`d`), this.deleteVersion && e.push(`x`), this.list && e.push(`l`), this.tag && e.push(`t`), this.move && e.push(`m`), this.execute && e.push(`e`), this.setImmutabilityPolicy && e.push(`i`), this.permanentDelete && e.push(`y`), this.filterByTags && e.push(`f`), e.join(``);
	}
};
function J(e) {
	return e.end ? `${e.start}-${e.end}` : e.start;
}
var wc;
(function(e) {
	e.Https = `https`, e.HttpsAndHttp = `https,http`;
})(wc ||= {});
var Tc = class {
	version;
	protocol;
	startsOn;
	expiresOn;
	permissions;
	services;
	resourceTypes;
	identifier;
	delegatedUserObjectId;
	encryptionScope;
	resource;
	signature;
	cacheControl;
	contentDisposition;
	contentEncoding;
	contentLanguage;
	contentType;
	ipRangeInner;
	signedOid;
	signedTenantId;
	signedStartsOn;
	signedExpiresOn;
	signedService;
	signedVersion;
	preauthorizedAgentObjectId;
	correlationId;
	get ipRange() {
		if (this.ipRangeInner) return {
			end: this.ipRangeInner.end,
			start: this.ipRangeInner.start
		};
	}
	constructor(e, t, n, r, i, a, o, s, c, l, u, d, ee, te, f, ne, p, re, ie, ae, oe) {
		this.version = e, this.signature = t, n !== void 0 && typeof n != `string` ? (this.permissions = n.permissions, this.services = n.services, this.resourceTypes = n.resourceTypes, this.protocol = n.protocol, this.startsOn = n.startsOn, this.expiresOn = n.expiresOn, this.ipRangeInner = n.ipRange, this.identifier = n.identifier, this.delegatedUserObjectId = n.delegatedUserObjectId, this.encryptionScope = n.encryptionScope, this.resource = n.resource, this.cacheControl = n.cacheControl, this.contentDisposition = n.contentDisposition, this.contentEncoding = n.contentEncoding, this.contentLanguage = n.contentLanguage, this.contentType = n.contentType, n.userDelegationKey && (this.signedOid = n.userDelegationKey.signedObjectId, this.signedTenantId = n.userDelegationKey.signedTenantId, this.signedStartsOn = n.userDelegationKey.signedStartsOn, this.signedExpiresOn = n.userDelegationKey.signedExpiresOn, this.signedService = n.userDelegationKey.signedService, this.signedVersion = n.userDelegationKey.signedVersion, this.preauthorizedAgentObjectId = n.preauthorizedAgentObjectId, this.correlationId = n.correlationId)) : (this.services = r, this.resourceTypes = i, this.expiresOn = s, this.permissions = n, this.protocol = a, this.startsOn = o, this.ipRangeInner = c, this.delegatedUserObjectId = oe, this.encryptionScope = ae, this.identifier = l, this.resource = u, this.cacheControl = d, this.contentDisposition = ee, this.contentEncoding = te, this.contentLanguage = f, this.contentType = ne, p && (this.signedOid = p.signedObjectId, this.signedTenantId = p.signedTenantId, this.signedStartsOn = p.signedStartsOn, this.signedExpiresOn = p.signedExpiresOn, this.signedService = p.signedService, this.signedVersion = p.signedVersion, this.preauthorizedAgentObjectId = re, this.correlationId = ie));
	}
	toString() {
		let e = `sv.ss.srt.spr.st.se.sip.si.ses.skoid.sktid.skt.ske.sks.skv.sr.sp.sig.rscc.rscd.rsce.rscl.rsct.saoid.scid.sduoid`.split(`.`), t = [];
		for (let n of e) switch (n) {
			case `sv`:
				this.tryAppendQueryParameter(t, n, this.version);
				break;
			case `ss`:
				this.tryAppendQueryParameter(t, n, this.services);
				break;
			case `srt`:
				this.tryAppendQueryParameter(t, n, this.resourceTypes);
				break;
			case `spr`:
				this.tryAppendQueryParameter(t, n, this.protocol);
				break;
			case `st`:
				this.tryAppendQueryParameter(t, n, this.startsOn ? G(this.startsOn, !1) : void 0);
				break;
			case `se`:
				this.tryAppendQueryParameter(t, n, this.expiresOn ? G(this.expiresOn, !1) : void 0);
				break;
			case `sip`:
				this.tryAppendQueryParameter(t, n, this.ipRange ? J(this.ipRange) : void 0);
				break;
			case `si`:
				this.tryAppendQueryParameter(t, n, this.identifier);
				break;
			case `ses`:
				this.tryAppendQueryParameter(t, n, this.encryptionScope);
				break;
			case `skoid`:
				this.tryAppendQueryParameter(t, n, this.signedOid);
				break;
			case `sktid`:
				this.tryAppendQueryParameter(t, n, this.signedTenantId);
				break;
			case `skt`:
				this.tryAppendQueryParameter(t, n, this.signedStartsOn ? G(this.signedStartsOn, !1) : void 0);
				break;
			case `ske`:
				this.tryAppendQueryParameter(t, n, this.signedExpiresOn ? G(this.signedExpiresOn, !1) : void 0);
				break;
			case `sks`:
				this.tryAppendQueryParameter(t, n, this.signedService);
				break;
			case `skv`:
				this.tryAppendQueryParameter(t, n, this.signedVersion);
				break;
			case `sr`:
				this.tryAppendQueryParameter(t, n, this.resource);
				break;
			case `sp`:
				this.tryAppendQueryParameter(t, n, this.permissions);
				break;
			case `sig`:
				this.tryAppendQueryParameter(t, n, this.signature);
				break;
			case `rscc`:
				this.tryAppendQueryParameter(t, n, this.cacheControl);
				break;
			case `rscd`:
				this.tryAppendQueryParameter(t, n, this.contentDisposition);
				break;
			case `rsce`:
				this.tryAppendQueryParameter(t, n, this.contentEncoding);
				break;
			case `rscl`:
				this.tryAppendQueryParameter(t, n, this.contentLanguage);
				break;
			case `rsct`:
				this.tryAppendQueryParameter(t, n, this.contentType);
				break;
			case `saoid`:
				this.tryAppendQueryParameter(t, n, this.preauthorizedAgentObjectId);
				break;
			case `scid`:
				this.tryAppendQueryParameter(t, n, this.correlationId);
				break;
			case `sduoid`: this.tryAppendQueryParameter(t, n, this.delegatedUserObjectId);
		}
		return t.join(`&`);
	}
	tryAppendQueryParameter(e, t, n) {
		n && (t = encodeURIComponent(t), n = encodeURIComponent(n), t.length > 0 && n.length > 0 && e.push(`${t}=${n}`));
	}
};
function Ec(e, t, n) {
	return Dc(e, t, n).sasQueryParameters;
}
function Dc(e, t, n) {
	let r = e.version ? e.version : Te, i = t instanceof u ? t : void 0, a;
	if (i === void 0 && n !== void 0 && (a = new ae(n, t)), i === void 0 && a === void 0) throw TypeError(`Invalid sharedKeyCredential, userDelegationKey or accountName.`);
	if (r >= `2020-12-06`) return i === void 0 ? r >= `2025-07-05` ? Pc(e, a) : Nc(e, a) : Ac(e, i);
	if (r >= `2018-11-09`) return i === void 0 ? r >= `2020-02-10` ? Mc(e, a) : jc(e, a) : kc(e, i);
	if (r >= `2015-04-05`) {
		if (i !== void 0) return Oc(e, i);
		throw RangeError(`'version' must be >= '2018-11-09' when generating user delegation SAS using user delegation key.`);
	}
	throw RangeError(`'version' must be >= '2015-04-05'.`);
}
function Oc(e, t) {
	if (e = Ic(e), !e.identifier && !(e.permissions && e.expiresOn)) throw RangeError(`Must provide 'permissions' and 'expiresOn' for Blob SAS generation when 'identifier' is not provided.`);
	let n = `c`;
	e.blobName && (n = `b`);
	let r;
	e.permissions && (r = e.blobName ? Sc.parse(e.permissions.toString()).toString() : Cc.parse(e.permissions.toString()).toString());
	let i = [
		r || ``,
		e.startsOn ? G(e.startsOn, !1) : ``,
		e.expiresOn ? G(e.expiresOn, !1) : ``,
		Fc(t.accountName, e.containerName, e.blobName),
		e.identifier,
		e.ipRange ? J(e.ipRange) : ``,
		e.protocol ? e.protocol : ``,
		e.version,
		e.cacheControl ? e.cacheControl : ``,
		e.contentDisposition ? e.contentDisposition : ``,
		e.contentEncoding ? e.contentEncoding : ``,
		e.contentLanguage ? e.contentLanguage : ``,
		e.contentType ? e.contentType : ``
	].join(`
`), a = t.computeHMACSHA256(i);
	return {
		sasQueryParameters: new Tc(e.version, a, r, void 0, void 0, e.protocol, e.startsOn, e.expiresOn, e.ipRange, e.identifier, n, e.cacheControl, e.contentDisposition, e.contentEncoding, e.contentLanguage, e.contentType),
		stringToSign: i
	};
}
function kc(e, t) {
	if (e = Ic(e), !e.identifier && !(e.permissions && e.expiresOn)) throw RangeError(`Must provide 'permissions' and 'expiresOn' for Blob SAS generation when 'identifier' is not provided.`);
	let n = `c`, r = e.snapshotTime;
	e.blobName && (n = `b`, e.snapshotTime ? n = `bs` : e.versionId && (n = `bv`, r = e.versionId));
	let i;
	e.permissions && (i = e.blobName ? Sc.parse(e.permissions.toString()).toString() : Cc.parse(e.permissions.toString()).toString());
	let a = [
		i || ``,
		e.startsOn ? G(e.startsOn, !1) : ``,
		e.expiresOn ? G(e.expiresOn, !1) : ``,
		Fc(t.accountName, e.containerName, e.blobName),
		e.identifier,
		e.ipRange ? J(e.ipRange) : ``,
		e.protocol ? e.protocol : ``,
		e.version,
		n,
		r,
		e.cacheControl ? e.cacheControl : ``,
		e.contentDisposition ? e.contentDisposition : ``,
		e.contentEncoding ? e.contentEncoding : ``,
		e.contentLanguage ? e.contentLanguage : ``,
		e.contentType ? e.contentType : ``
	].join(`
`), o = t.computeHMACSHA256(a);
	return {
		sasQueryParameters: new Tc(e.version, o, i, void 0, void 0, e.protocol, e.startsOn, e.expiresOn, e.ipRange, e.identifier, n, e.cacheControl, e.contentDisposition, e.contentEncoding, e.contentLanguage, e.contentType),
		stringToSign: a
	};
}
function Ac(e, t) {
	if (e = Ic(e), !e.identifier && !(e.permissions && e.expiresOn)) throw RangeError(`Must provide 'permissions' and 'expiresOn' for Blob SAS generation when 'identifier' is not provided.`);
	let n = `c`, r = e.snapshotTime;
	e.blobName && (n = `b`, e.snapshotTime ? n = `bs` : e.versionId && (n = `bv`, r = e.versionId));
	let i;
	e.permissions && (i = e.blobName ? Sc.parse(e.permissions.toString()).toString() : Cc.parse(e.permissions.toString()).toString());
	let a = [
		i || ``,
		e.startsOn ? G(e.startsOn, !1) : ``,
		e.expiresOn ? G(e.expiresOn, !1) : ``,
		Fc(t.accountName, e.containerName, e.blobName),
		e.identifier,
		e.ipRange ? J(e.ipRange) : ``,
		e.protocol ? e.protocol : ``,
		e.version,
		n,
		r,
		e.encryptionScope,
		e.cacheControl ? e.cacheControl : ``,
		e.contentDisposition ? e.contentDisposition : ``,
		e.contentEncoding ? e.contentEncoding : ``,
		e.contentLanguage ? e.contentLanguage : ``,
		e.contentType ? e.contentType : ``
	].join(`
`), o = t.computeHMACSHA256(a);
	return {
		sasQueryParameters: new Tc(e.version, o, i, void 0, void 0, e.protocol, e.startsOn, e.expiresOn, e.ipRange, e.identifier, n, e.cacheControl, e.contentDisposition, e.contentEncoding, e.contentLanguage, e.contentType, void 0, void 0, void 0, e.encryptionScope),
		stringToSign: a
	};
}
function jc(e, t) {
	if (e = Ic(e), !e.permissions || !e.expiresOn) throw RangeError(`Must provide 'permissions' and 'expiresOn' for Blob SAS generation when generating user delegation SAS.`);
	let n = `c`, r = e.snapshotTime;
	e.blobName && (n = `b`, e.snapshotTime ? n = `bs` : e.versionId && (n = `bv`, r = e.versionId));
	let i;
	e.permissions && (i = e.blobName ? Sc.parse(e.permissions.toString()).toString() : Cc.parse(e.permissions.toString()).toString());
	let a = [
		i || ``,
		e.startsOn ? G(e.startsOn, !1) : ``,
		e.expiresOn ? G(e.expiresOn, !1) : ``,
		Fc(t.accountName, e.containerName, e.blobName),
		t.userDelegationKey.signedObjectId,
		t.userDelegationKey.signedTenantId,
		t.userDelegationKey.signedStartsOn ? G(t.userDelegationKey.signedStartsOn, !1) : ``,
		t.userDelegationKey.signedExpiresOn ? G(t.userDelegationKey.signedExpiresOn, !1) : ``,
		t.userDelegationKey.signedService,
		t.userDelegationKey.signedVersion,
		e.ipRange ? J(e.ipRange) : ``,
		e.protocol ? e.protocol : ``,
		e.version,
		n,
		r,
		e.cacheControl,
		e.contentDisposition,
		e.contentEncoding,
		e.contentLanguage,
		e.contentType
	].join(`
`), o = t.computeHMACSHA256(a);
	return {
		sasQueryParameters: new Tc(e.version, o, i, void 0, void 0, e.protocol, e.startsOn, e.expiresOn, e.ipRange, e.identifier, n, e.cacheControl, e.contentDisposition, e.contentEncoding, e.contentLanguage, e.contentType, t.userDelegationKey),
		stringToSign: a
	};
}
function Mc(e, t) {
	if (e = Ic(e), !e.permissions || !e.expiresOn) throw RangeError(`Must provide 'permissions' and 'expiresOn' for Blob SAS generation when generating user delegation SAS.`);
	let n = `c`, r = e.snapshotTime;
	e.blobName && (n = `b`, e.snapshotTime ? n = `bs` : e.versionId && (n = `bv`, r = e.versionId));
	let i;
	e.permissions && (i = e.blobName ? Sc.parse(e.permissions.toString()).toString() : Cc.parse(e.permissions.toString()).toString());
	let a = [
		i || ``,
		e.startsOn ? G(e.startsOn, !1) : ``,
		e.expiresOn ? G(e.expiresOn, !1) : ``,
		Fc(t.accountName, e.containerName, e.blobName),
		t.userDelegationKey.signedObjectId,
		t.userDelegationKey.signedTenantId,
		t.userDelegationKey.signedStartsOn ? G(t.userDelegationKey.signedStartsOn, !1) : ``,
		t.userDelegationKey.signedExpiresOn ? G(t.userDelegationKey.signedExpiresOn, !1) : ``,
		t.userDelegationKey.signedService,
		t.userDelegationKey.signedVersion,
		e.preauthorizedAgentObjectId,
		void 0,
		e.correlationId,
		e.ipRange ? J(e.ipRange) : ``,
		e.protocol ? e.protocol : ``,
		e.version,
		n,
		r,
		e.cacheControl,
		e.contentDisposition,
		e.contentEncoding,
		e.contentLanguage,
		e.contentType
	].join(`
`), o = t.computeHMACSHA256(a);
	return {
		sasQueryParameters: new Tc(e.version, o, i, void 0, void 0, e.protocol, e.startsOn, e.expiresOn, e.ipRange, e.identifier, n, e.cacheControl, e.contentDisposition, e.contentEncoding, e.contentLanguage, e.contentType, t.userDelegationKey, e.preauthorizedAgentObjectId, e.correlationId),
		stringToSign: a
	};
}
function Nc(e, t) {
	if (e = Ic(e), !e.permissions || !e.expiresOn) throw RangeError(`Must provide 'permissions' and 'expiresOn' for Blob SAS generation when generating user delegation SAS.`);
	let n = `c`, r = e.snapshotTime;
	e.blobName && (n = `b`, e.snapshotTime ? n = `bs` : e.versionId && (n = `bv`, r = e.versionId));
	let i;
	e.permissions && (i = e.blobName ? Sc.parse(e.permissions.toString()).toString() : Cc.parse(e.permissions.toString()).toString());
	let a = [
		i || ``,
		e.startsOn ? G(e.startsOn, !1) : ``,
		e.expiresOn ? G(e.expiresOn, !1) : ``,
		Fc(t.accountName, e.containerName, e.blobName),
		t.userDelegationKey.signedObjectId,
		t.userDelegationKey.signedTenantId,
		t.userDelegationKey.signedStartsOn ? G(t.userDelegationKey.signedStartsOn, !1) : ``,
		t.userDelegationKey.signedExpiresOn ? G(t.userDelegationKey.signedExpiresOn, !1) : ``,
		t.userDelegationKey.signedService,
		t.userDelegationKey.signedVersion,
		e.preauthorizedAgentObjectId,
		void 0,
		e.correlationId,
		e.ipRange ? J(e.ipRange) : ``,
		e.protocol ? e.protocol : ``,
		e.version,
		n,
		r,
		e.encryptionScope,
		e.cacheControl,
		e.contentDisposition,
		e.contentEncoding,
		e.contentLanguage,
		e.contentType
	].join(`
`), o = t.computeHMACSHA256(a);
	return {
		sasQueryParameters: new Tc(e.version, o, i, void 0, void 0, e.protocol, e.startsOn, e.expiresOn, e.ipRange, e.identifier, n, e.cacheControl, e.contentDisposition, e.contentEncoding, e.contentLanguage, e.contentType, t.userDelegationKey, e.preauthorizedAgentObjectId, e.correlationId, e.encryptionScope),
		stringToSign: a
	};
}
function Pc(e, t) {
	if (e = Ic(e), !e.permissions || !e.expiresOn) throw RangeError(`Must provide 'permissions' and 'expiresOn' for Blob SAS generation when generating user delegation SAS.`);
	let n = `c`, r = e.snapshotTime;
	e.blobName && (n = `b`, e.snapshotTime ? n = `bs` : e.versionId && (n = `bv`, r = e.versionId));
	let i;
	e.permissions && (i = e.blobName ? Sc.parse(e.permissions.toString()).toString() : Cc.parse(e.permissions.toString()).toString());
	let a = [
		i || ``,
		e.startsOn ? G(e.startsOn, !1) : ``,
		e.expiresOn ? G(e.expiresOn, !1) : ``,
		Fc(t.accountName, e.containerName, e.blobName),
		t.userDelegationKey.signedObjectId,
		t.userDelegationKey.signedTenantId,
		t.userDelegationKey.signedStartsOn ? G(t.userDelegationKey.signedStartsOn, !1) : ``,
		t.userDelegationKey.signedExpiresOn ? G(t.userDelegationKey.signedExpiresOn, !1) : ``,
		t.userDelegationKey.signedService,
		t.userDelegationKey.signedVersion,
		e.preauthorizedAgentObjectId,
		void 0,
		e.correlationId,
		void 0,
		e.delegatedUserObjectId,
		e.ipRange ? J(e.ipRange) : ``,
		e.protocol ? e.protocol : ``,
		e.version,
		n,
		r,
		e.encryptionScope,
		e.cacheControl,
		e.contentDisposition,
		e.contentEncoding,
		e.contentLanguage,
		e.contentType
	].join(`
`), o = t.computeHMACSHA256(a);
	return {
		sasQueryParameters: new Tc(e.version, o, i, void 0, void 0, e.protocol, e.startsOn, e.expiresOn, e.ipRange, e.identifier, n, e.cacheControl, e.contentDisposition, e.contentEncoding, e.contentLanguage, e.contentType, t.userDelegationKey, e.preauthorizedAgentObjectId, e.correlationId, e.encryptionScope, e.delegatedUserObjectId),
		stringToSign: a
	};
}
function Fc(e, t, n) {
	let r = [`/blob/${e}/${t}`];
	return n && r.push(`/${n}`), r.join(``);
}
function Ic(e) {
	let t = e.version ? e.version : Te;
	if (e.snapshotTime && t < `2018-11-09`) throw RangeError(`'version' must be >= '2018-11-09' when providing 'snapshotTime'.`);
	if (e.blobName === void 0 && e.snapshotTime) throw RangeError(`Must provide 'blobName' when providing 'snapshotTime'.`);
	if (e.versionId && t < `2019-10-10`) throw RangeError(`'version' must be >= '2019-10-10' when providing 'versionId'.`);
	if (e.blobName === void 0 && e.versionId) throw RangeError(`Must provide 'blobName' when providing 'versionId'.`);
	if (e.permissions && e.permissions.setImmutabilityPolicy && t < `2020-08-04`) throw RangeError(`'version' must be >= '2020-08-04' when provided 'i' permission.`);
	if (e.permissions && e.permissions.deleteVersion && t < `2019-10-10`) throw RangeError(`'version' must be >= '2019-10-10' when providing 'x' permission.`);
	if (e.permissions && e.permissions.permanentDelete && t < `2019-10-10`) throw RangeError(`'version' must be >= '2019-10-10' when providing 'y' permission.`);
	if (e.permissions && e.permissions.tag && t < `2019-12-12`) throw RangeError(`'version' must be >= '2019-12-12' when providing 't' permission.`);
	if (t < `2020-02-10` && e.permissions && (e.permissions.move || e.permissions.execute)) throw RangeError(`'version' must be >= '2020-02-10' when providing the 'm' or 'e' permission.`);
	if (t < `2021-04-10` && e.permissions && e.permissions.filterByTags) throw RangeError(`'version' must be >= '2021-04-10' when providing the 'f' permission.`);
	if (t < `2020-02-10` && (e.preauthorizedAgentObjectId || e.correlationId)) throw RangeError(`'version' must be >= '2020-02-10' when providing 'preauthorizedAgentObjectId' or 'correlationId'.`);
	if (e.encryptionScope && t < `2020-12-06`) throw RangeError(`'version' must be >= '2020-12-06' when provided 'encryptionScope' in SAS.`);
	return e.version = t, e;
}
var Lc = class {
	_leaseId;
	_url;
	_containerOrBlobOperation;
	_isContainer;
	get leaseId() {
		return this._leaseId;
	}
	get url() {
		return this._url;
	}
	constructor(e, t) {
		let n = e.storageClientContext;
		this._url = e.url, e.name === void 0 ? (this._isContainer = !0, this._containerOrBlobOperation = n.container) : (this._isContainer = !1, this._containerOrBlobOperation = n.blob), t ||= o(), this._leaseId = t;
	}
	async acquireLease(e, t = {}) {
		if (this._isContainer && (t.conditions?.ifMatch && t.conditions?.ifMatch !== `` || t.conditions?.ifNoneMatch && t.conditions?.ifNoneMatch !== `` || t.conditions?.tagConditions)) throw RangeError(`The IfMatch, IfNoneMatch and tags access conditions are ignored by the service. Values other than undefined or their default values are not acceptable.`);
		return q.withSpan(`BlobLeaseClient-acquireLease`, t, async (n) => K(await this._containerOrBlobOperation.acquireLease({
			abortSignal: t.abortSignal,
			duration: e,
			modifiedAccessConditions: {
				...t.conditions,
				ifTags: t.conditions?.tagConditions
			},
			proposedLeaseId: this._leaseId,
			tracingOptions: n.tracingOptions
		})));
	}
	async changeLease(e, t = {}) {
		if (this._isContainer && (t.conditions?.ifMatch && t.conditions?.ifMatch !== `` || t.conditions?.ifNoneMatch && t.conditions?.ifNoneMatch !== `` || t.conditions?.tagConditions)) throw RangeError(`The IfMatch, IfNoneMatch and tags access conditions are ignored by the service. Values other than undefined or their default values are not acceptable.`);
		return q.withSpan(`BlobLeaseClient-changeLease`, t, async (n) => {
			let r = K(await this._containerOrBlobOperation.changeLease(this._leaseId, e, {
				abortSignal: t.abortSignal,
				modifiedAccessConditions: {
					...t.conditions,
					ifTags: t.conditions?.tagConditions
				},
				tracingOptions: n.tracingOptions
			}));
			return this._leaseId = e, r;
		});
	}
	async releaseLease(e = {}) {
		if (this._isContainer && (e.conditions?.ifMatch && e.conditions?.ifMatch !== `` || e.conditions?.ifNoneMatch && e.conditions?.ifNoneMatch !== `` || e.conditions?.tagConditions)) throw RangeError(`The IfMatch, IfNoneMatch and tags access conditions are ignored by the service. Values other than undefined or their default values are not acceptable.`);
		return q.withSpan(`BlobLeaseClient-releaseLease`, e, async (t) => K(await this._containerOrBlobOperation.releaseLease(this._leaseId, {
			abortSignal: e.abortSignal,
			modifiedAccessConditions: {
				...e.conditions,
				ifTags: e.conditions?.tagConditions
			},
			tracingOptions: t.tracingOptions
		})));
	}
	async renewLease(e = {}) {
		if (this._isContainer && (e.conditions?.ifMatch && e.conditions?.ifMatch !== `` || e.conditions?.ifNoneMatch && e.conditions?.ifNoneMatch !== `` || e.conditions?.tagConditions)) throw RangeError(`The IfMatch, IfNoneMatch and tags access conditions are ignored by the service. Values other than undefined or their default values are not acceptable.`);
		return q.withSpan(`BlobLeaseClient-renewLease`, e, async (t) => this._containerOrBlobOperation.renewLease(this._leaseId, {
			abortSignal: e.abortSignal,
			modifiedAccessConditions: {
				...e.conditions,
				ifTags: e.conditions?.tagConditions
			},
			tracingOptions: t.tracingOptions
		}));
	}
	async breakLease(e, t = {}) {
		if (this._isContainer && (t.conditions?.ifMatch && t.conditions?.ifMatch !== `` || t.conditions?.ifNoneMatch && t.conditions?.ifNoneMatch !== `` || t.conditions?.tagConditions)) throw RangeError(`The IfMatch, IfNoneMatch and tags access conditions are ignored by the service. Values other than undefined or their default values are not acceptable.`);
		return q.withSpan(`BlobLeaseClient-breakLease`, t, async (n) => {
			let r = {
				abortSignal: t.abortSignal,
				breakPeriod: e,
				modifiedAccessConditions: {
					...t.conditions,
					ifTags: t.conditions?.tagConditions
				},
				tracingOptions: n.tracingOptions
			};
			return K(await this._containerOrBlobOperation.breakLease(r));
		});
	}
}, Rc = class extends be {
	start;
	offset;
	end;
	getter;
	source;
	retries = 0;
	maxRetryRequests;
	onProgress;
	options;
	constructor(e, t, n, r, i = {}) {
		super({ highWaterMark: i.highWaterMark }), this.getter = t, this.source = e, this.start = n, this.offset = n, this.end = n + r - 1, this.maxRetryRequests = i.maxRetryRequests && i.maxRetryRequests >= 0 ? i.maxRetryRequests : 0, this.onProgress = i.onProgress, this.options = i, this.setSourceEventHandlers();
	}
	_read() {
		this.source.resume();
	}
	setSourceEventHandlers() {
		this.source.on(`data`, this.sourceDataHandler), this.source.on(`end`, this.sourceErrorOrEndHandler), this.source.on(`error`, this.sourceErrorOrEndHandler), this.source.on(`aborted`, this.sourceAbortedHandler);
	}
	removeSourceEventHandlers() {
		this.source.removeListener(`data`, this.sourceDataHandler), this.source.removeListener(`end`, this.sourceErrorOrEndHandler), this.source.removeListener(`error`, this.sourceErrorOrEndHandler), this.source.removeListener(`aborted`, this.sourceAbortedHandler);
	}
	sourceDataHandler = (e) => {
		this.options.doInjectErrorOnce ? (this.options.doInjectErrorOnce = void 0, this.source.pause(), this.sourceErrorOrEndHandler(), this.source.destroy()) : (this.offset += e.length, this.onProgress && this.onProgress({ loadedBytes: this.offset - this.start }), this.push(e) || this.source.pause());
	};
	sourceAbortedHandler = () => {
		let e = new c(`The operation was aborted.`);
		this.destroy(e);
	};
	sourceErrorOrEndHandler = (e) => {
		e && e.name === `AbortError` ? this.destroy(e) : (this.removeSourceEventHandlers(), this.offset - 1 === this.end ? this.push(null) : this.offset <= this.end ? this.retries < this.maxRetryRequests ? (this.retries += 1, this.getter(this.offset).then((e) => {
			this.source = e, this.setSourceEventHandlers();
		}).catch((e) => {
			this.destroy(e);
		})) : this.destroy(Error(`Data corruption failure: received less data than required and reached maxRetires limitation. Received data offset: ${this.offset - 1}, data needed offset: ${this.end}, retries: ${this.retries}, max retries: ${this.maxRetryRequests}`)) : this.destroy(Error(`Data corruption failure: Received more data than original request, data needed offset is ${this.end}, received offset: ${this.offset - 1}`)));
	};
	_destroy(e, t) {
		this.removeSourceEventHandlers(), this.source.destroy(), t(e === null ? void 0 : e);
	}
}, zc = class {
	get acceptRanges() {
		return this.originalResponse.acceptRanges;
	}
	get cacheControl() {
		return this.originalResponse.cacheControl;
	}
	get contentDisposition() {
		return this.originalResponse.contentDisposition;
	}
	get contentEncoding() {
		return this.originalResponse.contentEncoding;
	}
	get contentLanguage() {
		return this.originalResponse.contentLanguage;
	}
	get blobSequenceNumber() {
		return this.originalResponse.blobSequenceNumber;
	}
	get blobType() {
		return this.originalResponse.blobType;
	}
	get contentLength() {
		return this.originalResponse.contentLength;
	}
	get contentMD5() {
		return this.originalResponse.contentMD5;
	}
	get contentRange() {
		return this.originalResponse.contentRange;
	}
	get contentType() {
		return this.originalResponse.contentType;
	}
	get copyCompletedOn() {
		return this.originalResponse.copyCompletedOn;
	}
	get copyId() {
		return this.originalResponse.copyId;
	}
	get copyProgress() {
		return this.originalResponse.copyProgress;
	}
	get copySource() {
		return this.originalResponse.copySource;
	}
	get copyStatus() {
		return this.originalResponse.copyStatus;
	}
	get copyStatusDescription() {
		return this.originalResponse.copyStatusDescription;
	}
	get leaseDuration() {
		return this.originalResponse.leaseDuration;
	}
	get leaseState() {
		return this.originalResponse.leaseState;
	}
	get leaseStatus() {
		return this.originalResponse.leaseStatus;
	}
	get date() {
		return this.originalResponse.date;
	}
	get blobCommittedBlockCount() {
		return this.originalResponse.blobCommittedBlockCount;
	}
	get etag() {
		return this.originalResponse.etag;
	}
	get tagCount() {
		return this.originalResponse.tagCount;
	}
	get errorCode() {
		return this.originalResponse.errorCode;
	}
	get isServerEncrypted() {
		return this.originalResponse.isServerEncrypted;
	}
	get blobContentMD5() {
		return this.originalResponse.blobContentMD5;
	}
	get lastModified() {
		return this.originalResponse.lastModified;
	}
	get lastAccessed() {
		return this.originalResponse.lastAccessed;
	}
	get createdOn() {
		return this.originalResponse.createdOn;
	}
	get metadata() {
		return this.originalResponse.metadata;
	}
	get requestId() {
		return this.originalResponse.requestId;
	}
	get clientRequestId() {
		return this.originalResponse.clientRequestId;
	}
	get version() {
		return this.originalResponse.version;
	}
	get versionId() {
		return this.originalResponse.versionId;
	}
	get isCurrentVersion() {
		return this.originalResponse.isCurrentVersion;
	}
	get encryptionKeySha256() {
		return this.originalResponse.encryptionKeySha256;
	}
	get contentCrc64() {
		return this.originalResponse.contentCrc64;
	}
	get objectReplicationDestinationPolicyId() {
		return this.originalResponse.objectReplicationDestinationPolicyId;
	}
	get objectReplicationSourceProperties() {
		return this.originalResponse.objectReplicationSourceProperties;
	}
	get isSealed() {
		return this.originalResponse.isSealed;
	}
	get immutabilityPolicyExpiresOn() {
		return this.originalResponse.immutabilityPolicyExpiresOn;
	}
	get immutabilityPolicyMode() {
		return this.originalResponse.immutabilityPolicyMode;
	}
	get legalHold() {
		return this.originalResponse.legalHold;
	}
	get contentAsBlob() {
		return this.originalResponse.blobBody;
	}
	get readableStreamBody() {
		return a ? this.blobDownloadStream : void 0;
	}
	get _response() {
		return this.originalResponse._response;
	}
	originalResponse;
	blobDownloadStream;
	constructor(e, t, n, r, i = {}) {
		this.originalResponse = e, this.blobDownloadStream = new Rc(this.originalResponse.readableStreamBody, t, n, r, i);
	}
};
const Bc = new Uint8Array([
	79,
	98,
	106,
	1
]);
var Y = class e {
	static async readFixedBytes(e, t, n = {}) {
		let r = await e.read(t, { abortSignal: n.abortSignal });
		if (r.length !== t) throw Error(`Hit stream end.`);
		return r;
	}
	static async readByte(t, n = {}) {
		return (await e.readFixedBytes(t, 1, n))[0];
	}
	static async readZigZagLong(t, n = {}) {
		let r = 0, i = 0, a, o, s;
		do
			a = await e.readByte(t, n), o = a & 128, r |= (a & 127) << i, i += 7;
		while (o && i < 28);
		if (o) {
			r = r, s = 268435456;
			do
				a = await e.readByte(t, n), r += (a & 127) * s, s *= 128;
			while (a & 128);
			let i = (r % 2 ? -(r + 1) : r) / 2;
			if (i < -(2 ** 53 - 1) || i > 2 ** 53 - 1) throw Error(`Integer overflow.`);
			return i;
		}
		return r >> 1 ^ -(r & 1);
	}
	static async readLong(t, n = {}) {
		return e.readZigZagLong(t, n);
	}
	static async readInt(t, n = {}) {
		return e.readZigZagLong(t, n);
	}
	static async readNull() {
		return null;
	}
	static async readBoolean(t, n = {}) {
		let r = await e.readByte(t, n);
		if (r === 1) return !0;
		if (r === 0) return !1;
		throw Error(`Byte was not a boolean.`);
	}
	static async readFloat(t, n = {}) {
		let r = await e.readFixedBytes(t, 4, n);
		return new DataView(r.buffer, r.byteOffset, r.byteLength).getFloat32(0, !0);
	}
	static async readDouble(t, n = {}) {
		let r = await e.readFixedBytes(t, 8, n);
		return new DataView(r.buffer, r.byteOffset, r.byteLength).getFloat64(0, !0);
	}
	static async readBytes(t, n = {}) {
		let r = await e.readLong(t, n);
		if (r < 0) throw Error(`Bytes size was negative.`);
		return t.read(r, { abortSignal: n.abortSignal });
	}
	static async readString(t, n = {}) {
		let r = await e.readBytes(t, n);
		return new TextDecoder().decode(r);
	}
	static async readMapPair(t, n, r = {}) {
		return {
			key: await e.readString(t, r),
			value: await n(t, r)
		};
	}
	static async readMap(t, n, r = {}) {
		let i = await e.readArray(t, (t, r = {}) => e.readMapPair(t, n, r), r), a = {};
		for (let e of i) a[e.key] = e.value;
		return a;
	}
	static async readArray(t, n, r = {}) {
		let i = [];
		for (let a = await e.readLong(t, r); a !== 0; a = await e.readLong(t, r)) for (a < 0 && (await e.readLong(t, r), a = -a); a--;) {
			let e = await n(t, r);
			i.push(e);
		}
		return i;
	}
}, Vc;
(function(e) {
	e.RECORD = `record`, e.ENUM = `enum`, e.ARRAY = `array`, e.MAP = `map`, e.UNION = `union`, e.FIXED = `fixed`;
})(Vc ||= {});
var X;
(function(e) {
	e.NULL = `null`, e.BOOLEAN = `boolean`, e.INT = `int`, e.LONG = `long`, e.FLOAT = `float`, e.DOUBLE = `double`, e.BYTES = `bytes`, e.STRING = `string`;
})(X ||= {});
var Hc = class e {
	static fromSchema(t) {
		return typeof t == `string` ? e.fromStringSchema(t) : Array.isArray(t) ? e.fromArraySchema(t) : e.fromObjectSchema(t);
	}
	static fromStringSchema(e) {
		switch (e) {
			case X.NULL:
			case X.BOOLEAN:
			case X.INT:
			case X.LONG:
			case X.FLOAT:
			case X.DOUBLE:
			case X.BYTES:
			case X.STRING: return new Uc(e);
			default: throw Error(`Unexpected Avro type ${e}`);
		}
	}
	static fromArraySchema(t) {
		return new Gc(t.map(e.fromSchema));
	}
	static fromObjectSchema(t) {
		let n = t.type;
		try {
			return e.fromStringSchema(n);
		} catch {}
		switch (n) {
			case Vc.RECORD:
				if (t.aliases) throw Error(`aliases currently is not supported, schema: ${t}`);
				if (!t.name) throw Error(`Required attribute 'name' doesn't exist on schema: ${t}`);
				let r = {};
				if (!t.fields) throw Error(`Required attribute 'fields' doesn't exist on schema: ${t}`);
				for (let n of t.fields) r[n.name] = e.fromSchema(n.type);
				return new qc(r, t.name);
			case Vc.ENUM:
				if (t.aliases) throw Error(`aliases currently is not supported, schema: ${t}`);
				if (!t.symbols) throw Error(`Required attribute 'symbols' doesn't exist on schema: ${t}`);
				return new Wc(t.symbols);
			case Vc.MAP:
				if (!t.values) throw Error(`Required attribute 'values' doesn't exist on schema: ${t}`);
				return new Kc(e.fromSchema(t.values));
			case Vc.ARRAY:
			case Vc.FIXED:
			default: throw Error(`Unexpected Avro type ${n} in ${t}`);
		}
	}
}, Uc = class extends Hc {
	_primitive;
	constructor(e) {
		super(), this._primitive = e;
	}
	read(e, t = {}) {
		switch (this._primitive) {
			case X.NULL: return Y.readNull();
			case X.BOOLEAN: return Y.readBoolean(e, t);
			case X.INT: return Y.readInt(e, t);
			case X.LONG: return Y.readLong(e, t);
			case X.FLOAT: return Y.readFloat(e, t);
			case X.DOUBLE: return Y.readDouble(e, t);
			case X.BYTES: return Y.readBytes(e, t);
			case X.STRING: return Y.readString(e, t);
			default: throw Error(`Unknown Avro Primitive`);
		}
	}
}, Wc = class extends Hc {
	_symbols;
	constructor(e) {
		super(), this._symbols = e;
	}
	async read(e, t = {}) {
		let n = await Y.readInt(e, t);
		return this._symbols[n];
	}
}, Gc = class extends Hc {
	_types;
	constructor(e) {
		super(), this._types = e;
	}
	async read(e, t = {}) {
		let n = await Y.readInt(e, t);
		return this._types[n].read(e, t);
	}
}, Kc = class extends Hc {
	_itemType;
	constructor(e) {
		super(), this._itemType = e;
	}
	read(e, t = {}) {
		return Y.readMap(e, (e, t) => this._itemType.read(e, t), t);
	}
}, qc = class extends Hc {
	_name;
	_fields;
	constructor(e, t) {
		super(), this._fields = e, this._name = t;
	}
	async read(e, t = {}) {
		let n = {};
		n.$schema = this._name;
		for (let r in this._fields) Object.prototype.hasOwnProperty.call(this._fields, r) && (n[r] = await this._fields[r].read(e, t));
		return n;
	}
};
function Jc(e, t) {
	if (e === t) return !0;
	if (e == null || t == null || e.length !== t.length) return !1;
	for (let n = 0; n < e.length; ++n) if (e[n] !== t[n]) return !1;
	return !0;
}
var Yc = class {
	_dataStream;
	_headerStream;
	_syncMarker;
	_metadata;
	_itemType;
	_itemsRemainingInBlock;
	_initialBlockOffset;
	_blockOffset;
	get blockOffset() {
		return this._blockOffset;
	}
	_objectIndex;
	get objectIndex() {
		return this._objectIndex;
	}
	_initialized;
	constructor(e, t, n, r) {
		this._dataStream = e, this._headerStream = t || e, this._initialized = !1, this._blockOffset = n || 0, this._objectIndex = r || 0, this._initialBlockOffset = n || 0;
	}
	async initialize(e = {}) {
		if (!Jc(await Y.readFixedBytes(this._headerStream, Bc.length, { abortSignal: e.abortSignal }), Bc)) throw Error(`Stream is not an Avro file.`);
		this._metadata = await Y.readMap(this._headerStream, Y.readString, { abortSignal: e.abortSignal });
		let t = this._metadata[`avro.codec`];
		if (t != null && t !== `null`) throw Error(`Codecs are not supported`);
		this._syncMarker = await Y.readFixedBytes(this._headerStream, 16, { abortSignal: e.abortSignal });
		let n = JSON.parse(this._metadata[`avro.schema`]);
		if (this._itemType = Hc.fromSchema(n), this._blockOffset === 0 && (this._blockOffset = this._initialBlockOffset + this._dataStream.position), this._itemsRemainingInBlock = await Y.readLong(this._dataStream, { abortSignal: e.abortSignal }), await Y.readLong(this._dataStream, { abortSignal: e.abortSignal }), this._initialized = !0, this._objectIndex && this._objectIndex > 0) for (let t = 0; t < this._objectIndex; t++) await this._itemType.read(this._dataStream, { abortSignal: e.abortSignal }), this._itemsRemainingInBlock--;
	}
	hasNext() {
		return !this._initialized || this._itemsRemainingInBlock > 0;
	}
	async *parseObjects(e = {}) {
		for (this._initialized || await this.initialize(e); this.hasNext();) {
			let t = await this._itemType.read(this._dataStream, { abortSignal: e.abortSignal });
			if (this._itemsRemainingInBlock--, this._objectIndex++, this._itemsRemainingInBlock === 0) {
				let t = await Y.readFixedBytes(this._dataStream, 16, { abortSignal: e.abortSignal });
				if (this._blockOffset = this._initialBlockOffset + this._dataStream.position, this._objectIndex = 0, !Jc(this._syncMarker, t)) throw Error(`Stream is not a valid Avro file.`);
				try {
					this._itemsRemainingInBlock = await Y.readLong(this._dataStream, { abortSignal: e.abortSignal });
				} catch {
					this._itemsRemainingInBlock = 0;
				}
				this._itemsRemainingInBlock > 0 && await Y.readLong(this._dataStream, { abortSignal: e.abortSignal });
			}
			yield t;
		}
	}
}, Xc = class {};
const Zc = new c(`Reading from the avro stream was aborted.`);
var Qc = class extends Xc {
	_position;
	_readable;
	toUint8Array(e) {
		return typeof e == `string` ? ve.from(e) : e;
	}
	constructor(e) {
		super(), this._readable = e, this._position = 0;
	}
	get position() {
		return this._position;
	}
	async read(e, t = {}) {
		if (t.abortSignal?.aborted) throw Zc;
		if (e < 0) throw Error(`size parameter should be positive: ${e}`);
		if (e === 0) return new Uint8Array();
		if (!this._readable.readable) throw Error(`Stream no longer readable.`);
		let n = this._readable.read(e);
		return n ? (this._position += n.length, this.toUint8Array(n)) : new Promise((n, r) => {
			let i = () => {
				this._readable.removeListener(`readable`, a), this._readable.removeListener(`error`, o), this._readable.removeListener(`end`, o), this._readable.removeListener(`close`, o), t.abortSignal && t.abortSignal.removeEventListener(`abort`, s);
			}, a = () => {
				let t = this._readable.read(e);
				t && (this._position += t.length, i(), n(this.toUint8Array(t)));
			}, o = () => {
				i(), r();
			}, s = () => {
				i(), r(Zc);
			};
			this._readable.on(`readable`, a), this._readable.once(`error`, o), this._readable.once(`end`, o), this._readable.once(`close`, o), t.abortSignal && t.abortSignal.addEventListener(`abort`, s);
		});
	}
}, $c = class extends be {
	source;
	avroReader;
	avroIter;
	avroPaused = !0;
	onProgress;
	onError;
	constructor(e, t = {}) {
		super(), this.source = e, this.onProgress = t.onProgress, this.onError = t.onError, this.avroReader = new Yc(new Qc(this.source)), this.avroIter = this.avroReader.parseObjects({ abortSignal: t.abortSignal });
	}
	_read() {
		this.avroPaused && this.readInternal().catch((e) => {
			this.emit(`error`, e);
		});
	}
	async readInternal() {
		this.avroPaused = !1;
		let e;
		do {
			if (e = await this.avroIter.next(), e.done) break;
			let t = e.value, n = t.$schema;
			if (typeof n != `string`) throw Error(`Missing schema in avro record.`);
			switch (n) {
				case `com.microsoft.azure.storage.queryBlobContents.resultData`:
					{
						let e = t.data;
						if (!(e instanceof Uint8Array)) throw Error(`Invalid data in avro result record.`);
						this.push(Buffer.from(e)) || (this.avroPaused = !0);
					}
					break;
				case `com.microsoft.azure.storage.queryBlobContents.progress`:
					{
						let e = t.bytesScanned;
						if (typeof e != `number`) throw Error(`Invalid bytesScanned in avro progress record.`);
						this.onProgress && this.onProgress({ loadedBytes: e });
					}
					break;
				case `com.microsoft.azure.storage.queryBlobContents.end`:
					if (this.onProgress) {
						let e = t.totalBytes;
						if (typeof e != `number`) throw Error(`Invalid totalBytes in avro end record.`);
						this.onProgress({ loadedBytes: e });
					}
					this.push(null);
					break;
				case `com.microsoft.azure.storage.queryBlobContents.error`:
					if (this.onError) {
						let e = t.fatal;
						if (typeof e != `boolean`) throw Error(`Invalid fatal in avro error record.`);
						let n = t.name;
						if (typeof n != `string`) throw Error(`Invalid name in avro error record.`);
						let r = t.description;
						if (typeof r != `string`) throw Error(`Invalid description in avro error record.`);
						let i = t.position;
						if (typeof i != `number`) throw Error(`Invalid position in avro error record.`);
						this.onError({
							position: i,
							name: n,
							isFatal: e,
							description: r
						});
					}
					break;
				default: throw Error(`Unknown schema ${n} in avro progress record.`);
			}
		} while (!e.done && !this.avroPaused);
	}
}, el = class {
	get acceptRanges() {
		return this.originalResponse.acceptRanges;
	}
	get cacheControl() {
		return this.originalResponse.cacheControl;
	}
	get contentDisposition() {
		return this.originalResponse.contentDisposition;
	}
	get contentEncoding() {
		return this.originalResponse.contentEncoding;
	}
	get contentLanguage() {
		return this.originalResponse.contentLanguage;
	}
	get blobSequenceNumber() {
		return this.originalResponse.blobSequenceNumber;
	}
	get blobType() {
		return this.originalResponse.blobType;
	}
	get contentLength() {
		return this.originalResponse.contentLength;
	}
	get contentMD5() {
		return this.originalResponse.contentMD5;
	}
	get contentRange() {
		return this.originalResponse.contentRange;
	}
	get contentType() {
		return this.originalResponse.contentType;
	}
	get copyCompletedOn() {}
	get copyId() {
		return this.originalResponse.copyId;
	}
	get copyProgress() {
		return this.originalResponse.copyProgress;
	}
	get copySource() {
		return this.originalResponse.copySource;
	}
	get copyStatus() {
		return this.originalResponse.copyStatus;
	}
	get copyStatusDescription() {
		return this.originalResponse.copyStatusDescription;
	}
	get leaseDuration() {
		return this.originalResponse.leaseDuration;
	}
	get leaseState() {
		return this.originalResponse.leaseState;
	}
	get leaseStatus() {
		return this.originalResponse.leaseStatus;
	}
	get date() {
		return this.originalResponse.date;
	}
	get blobCommittedBlockCount() {
		return this.originalResponse.blobCommittedBlockCount;
	}
	get etag() {
		return this.originalResponse.etag;
	}
	get errorCode() {
		return this.originalResponse.errorCode;
	}
	get isServerEncrypted() {
		return this.originalResponse.isServerEncrypted;
	}
	get blobContentMD5() {
		return this.originalResponse.blobContentMD5;
	}
	get lastModified() {
		return this.originalResponse.lastModified;
	}
	get metadata() {
		return this.originalResponse.metadata;
	}
	get requestId() {
		return this.originalResponse.requestId;
	}
	get clientRequestId() {
		return this.originalResponse.clientRequestId;
	}
	get version() {
		return this.originalResponse.version;
	}
	get encryptionKeySha256() {
		return this.originalResponse.encryptionKeySha256;
	}
	get contentCrc64() {
		return this.originalResponse.contentCrc64;
	}
	get blobBody() {}
	get readableStreamBody() {
		return a ? this.blobDownloadStream : void 0;
	}
	get _response() {
		return this.originalResponse._response;
	}
	originalResponse;
	blobDownloadStream;
	constructor(e, t = {}) {
		this.originalResponse = e, this.blobDownloadStream = new $c(this.originalResponse.readableStreamBody, t);
	}
}, tl;
(function(e) {
	e.Hot = `Hot`, e.Cool = `Cool`, e.Cold = `Cold`, e.Archive = `Archive`;
})(tl ||= {});
var nl;
(function(e) {
	e.P4 = `P4`, e.P6 = `P6`, e.P10 = `P10`, e.P15 = `P15`, e.P20 = `P20`, e.P30 = `P30`, e.P40 = `P40`, e.P50 = `P50`, e.P60 = `P60`, e.P70 = `P70`, e.P80 = `P80`;
})(nl ||= {});
function Z(e) {
	if (e !== void 0) return e;
}
function Q(e, t) {
	if (e && !t) throw RangeError(`Customer-provided encryption key must be used over HTTPS.`);
	e && !e.encryptionAlgorithm && (e.encryptionAlgorithm = `AES256`);
}
var rl;
(function(e) {
	e.StorageOAuthScopes = `https://storage.azure.com/.default`, e.DiskComputeOAuthScopes = `https://disk.compute.azure.com/.default`;
})(rl ||= {});
function il(e) {
	let t = (e._response.parsedBody.pageRange || []).map((e) => ({
		offset: e.start,
		count: e.end - e.start
	})), n = (e._response.parsedBody.clearRange || []).map((e) => ({
		offset: e.start,
		count: e.end - e.start
	}));
	return {
		...e,
		pageRange: t,
		clearRange: n,
		_response: {
			...e._response,
			parsedBody: {
				pageRange: t,
				clearRange: n
			}
		}
	};
}
var al = class extends ge {
	intervalInMs;
	constructor(e) {
		let { blobClient: t, copySource: n, intervalInMs: r = 15e3, onProgress: i, resumeFrom: a, startCopyFromURLOptions: o } = e, s;
		a && (s = JSON.parse(a).state);
		let c = ll({
			...s,
			blobClient: t,
			copySource: n,
			startCopyFromURLOptions: o
		});
		super(c), typeof i == `function` && this.onProgress(i), this.intervalInMs = r;
	}
	delay() {
		return s(this.intervalInMs);
	}
};
const ol = async function(e = {}) {
	let t = this.state, { copyId: n } = t;
	return t.isCompleted ? ll(t) : n ? (await t.blobClient.abortCopyFromURL(n, { abortSignal: e.abortSignal }), t.isCancelled = !0, ll(t)) : (t.isCancelled = !0, ll(t));
}, sl = async function(e = {}) {
	let t = this.state, { blobClient: n, copySource: r, startCopyFromURLOptions: i } = t;
	if (!t.isStarted) {
		t.isStarted = !0;
		let e = await n.startCopyFromURL(r, i);
		t.copyId = e.copyId, e.copyStatus === `success` && (t.result = e, t.isCompleted = !0);
	} else if (!t.isCompleted) try {
		let n = await t.blobClient.getProperties({ abortSignal: e.abortSignal }), { copyStatus: r, copyProgress: i } = n, a = t.copyProgress;
		i && (t.copyProgress = i), r === `pending` && i !== a && typeof e.fireProgress == `function` ? e.fireProgress(t) : r === `success` ? (t.result = n, t.isCompleted = !0) : r === `failed` && (t.error = Error(`Blob copy failed with reason: "${n.copyStatusDescription || `unknown`}"`), t.isCompleted = !0);
	} catch (e) {
		t.error = e, t.isCompleted = !0;
	}
	return ll(t);
}, cl = function() {
	return JSON.stringify({ state: this.state }, (e, t) => {
		if (e !== `blobClient`) return t;
	});
};
function ll(e) {
	return {
		state: { ...e },
		cancel: ol,
		toString: cl,
		update: sl
	};
}
function $(e) {
	if (e.offset < 0) throw RangeError(`Range.offset cannot be smaller than 0.`);
	if (e.count && e.count <= 0) throw RangeError(`Range.count must be larger than 0. Leave it undefined if you want a range from offset to the end.`);
	return e.count ? `bytes=${e.offset}-${e.offset + e.count - 1}` : `bytes=${e.offset}-`;
}
var ul;
(function(e) {
	e[e.Good = 0] = `Good`, e[e.Error = 1] = `Error`;
})(ul ||= {});
var dl = class {
	concurrency;
	actives = 0;
	completed = 0;
	offset = 0;
	operations = [];
	state = ul.Good;
	emitter;
	constructor(e = 5) {
		if (e < 1) throw RangeError(`concurrency must be larger than 0`);
		this.concurrency = e, this.emitter = new xe();
	}
	addOperation(e) {
		this.operations.push(async () => {
			try {
				this.actives++, await e(), this.actives--, this.completed++, this.parallelExecute();
			} catch (e) {
				this.emitter.emit(`error`, e);
			}
		});
	}
	async do() {
		return this.operations.length === 0 ? Promise.resolve() : (this.parallelExecute(), new Promise((e, t) => {
			this.emitter.on(`finish`, e), this.emitter.on(`error`, (e) => {
				this.state = ul.Error, t(e);
			});
		}));
	}
	nextOperation() {
		return this.offset < this.operations.length ? this.operations[this.offset++] : null;
	}
	parallelExecute() {
		if (this.state !== ul.Error) {
			if (this.completed >= this.operations.length) this.emitter.emit(`finish`);
			else for (; this.actives < this.concurrency;) {
				let e = this.nextOperation();
				if (e) e();
				else return;
			}
		}
	}
};
async function fl(e, t, n, r, i) {
	let a = 0, o = r - n;
	return new Promise((r, s) => {
		let c = setTimeout(() => s(Error(`The operation cannot be completed in timeout.`)), 1e5);
		e.on(`readable`, () => {
			if (a >= o) {
				clearTimeout(c), r();
				return;
			}
			let s = e.read();
			if (!s) return;
			typeof s == `string` && (s = Buffer.from(s, i));
			let l = a + s.length > o ? o - a : s.length;
			t.fill(s.slice(0, l), n + a, n + a + l), a += l;
		}), e.on(`end`, () => {
			clearTimeout(c), a < o && s(Error(`Stream drains before getting enough data needed. Data read: ${a}, data need: ${o}`)), r();
		}), e.on(`error`, (e) => {
			clearTimeout(c), s(e);
		});
	});
}
async function pl(e, t) {
	return new Promise((n, r) => {
		let i = ye.createWriteStream(t);
		e.on(`error`, (e) => {
			r(e);
		}), i.on(`error`, (e) => {
			r(e);
		}), i.on(`close`, n), e.pipe(i);
	});
}
const ml = Se.promisify(ye.stat), hl = ye.createReadStream;
var gl = class e extends xc {
	blobContext;
	_name;
	_containerName;
	_versionId;
	_snapshot;
	get name() {
		return this._name;
	}
	get containerName() {
		return this._containerName;
	}
	constructor(e, t, n, o) {
		o ||= {};
		let s, c;
		if (Me(t)) c = e, s = t;
		else if (a && t instanceof u || t instanceof f || i(t)) c = e, o = n, s = m(t, o);
		else if (!t && typeof t != `string`) c = e, n && typeof n != `string` && (o = n), s = m(new f(), o);
		else if (t && typeof t == `string` && n && typeof n == `string`) {
			let i = t, l = n, d = nc(e);
			if (d.kind === `AccountConnString`) {
				if (a) {
					let e = new u(d.accountName, d.accountKey);
					c = W(W(d.url, encodeURIComponent(i)), encodeURIComponent(l)), o.proxyOptions || (o.proxyOptions = r(d.proxyUri)), s = m(e, o);
				} else throw Error(`Account connection string is only supported in Node.js environment`);
			} else if (d.kind === `SASConnString`) c = W(W(d.url, encodeURIComponent(i)), encodeURIComponent(l)) + `?` + d.accountSas, s = m(new f(), o);
			else throw Error(`Connection string must be either an Account connection string or a SAS connection string`);
		} else throw Error(`Expecting non-empty strings for containerName and blobName parameters`);
		super(c, s), {blobName: this._name, containerName: this._containerName} = this.getBlobAndContainerNamesFromUrl(), this.blobContext = this.storageClientContext.blob, this._snapshot = ac(this.url, Oe.Parameters.SNAPSHOT), this._versionId = ac(this.url, Oe.Parameters.VERSIONID);
	}
	withSnapshot(t) {
		return new e(ic(this.url, Oe.Parameters.SNAPSHOT, t.length === 0 ? void 0 : t), this.pipeline);
	}
	withVersion(t) {
		return new e(ic(this.url, Oe.Parameters.VERSIONID, t.length === 0 ? void 0 : t), this.pipeline);
	}
	getAppendBlobClient() {
		return new _l(this.url, this.pipeline);
	}
	getBlockBlobClient() {
		return new vl(this.url, this.pipeline);
	}
	getPageBlobClient() {
		return new yl(this.url, this.pipeline);
	}
	async download(e = 0, t, n = {}) {
		return n.conditions = n.conditions || {}, n.conditions = n.conditions || {}, Q(n.customerProvidedKey, this.isHttps), q.withSpan(`BlobClient-download`, n, async (r) => {
			let i = K(await this.blobContext.download({
				abortSignal: n.abortSignal,
				leaseAccessConditions: n.conditions,
				modifiedAccessConditions: {
					...n.conditions,
					ifTags: n.conditions?.tagConditions
				},
				requestOptions: { onDownloadProgress: a ? void 0 : n.onProgress },
				range: e === 0 && !t ? void 0 : $({
					offset: e,
					count: t
				}),
				rangeGetContentMD5: n.rangeGetContentMD5,
				rangeGetContentCRC64: n.rangeGetContentCrc64,
				snapshot: n.snapshot,
				cpkInfo: n.customerProvidedKey,
				tracingOptions: r.tracingOptions
			})), o = {
				...i,
				_response: i._response,
				objectReplicationDestinationPolicyId: i.objectReplicationPolicyId,
				objectReplicationSourceProperties: vc(i.objectReplicationRules)
			};
			if (!a) return o;
			if ((n.maxRetryRequests === void 0 || n.maxRetryRequests < 0) && (n.maxRetryRequests = 5), i.contentLength === void 0) throw RangeError(`File download response doesn't contain valid content length header`);
			if (!i.etag) throw RangeError(`File download response doesn't contain valid etag header`);
			return new zc(o, async (t) => {
				let r = {
					leaseAccessConditions: n.conditions,
					modifiedAccessConditions: {
						ifMatch: n.conditions.ifMatch || i.etag,
						ifModifiedSince: n.conditions.ifModifiedSince,
						ifNoneMatch: n.conditions.ifNoneMatch,
						ifUnmodifiedSince: n.conditions.ifUnmodifiedSince,
						ifTags: n.conditions?.tagConditions
					},
					range: $({
						count: e + i.contentLength - t,
						offset: t
					}),
					rangeGetContentMD5: n.rangeGetContentMD5,
					rangeGetContentCRC64: n.rangeGetContentCrc64,
					snapshot: n.snapshot,
					cpkInfo: n.customerProvidedKey
				};
				return (await this.blobContext.download({
					abortSignal: n.abortSignal,
					...r
				})).readableStreamBody;
			}, e, i.contentLength, {
				maxRetryRequests: n.maxRetryRequests,
				onProgress: n.onProgress
			});
		});
	}
	async exists(e = {}) {
		return q.withSpan(`BlobClient-exists`, e, async (t) => {
			try {
				return Q(e.customerProvidedKey, this.isHttps), await this.getProperties({
					abortSignal: e.abortSignal,
					customerProvidedKey: e.customerProvidedKey,
					conditions: e.conditions,
					tracingOptions: t.tracingOptions
				}), !0;
			} catch (e) {
				if (e.statusCode === 404) return !1;
				if (e.statusCode === 409 && (e.details.errorCode === `BlobUsesCustomerSpecifiedEncryption` || e.details.errorCode === `BlobDoesNotUseCustomerSpecifiedEncryption`)) return !0;
				throw e;
			}
		});
	}
	async getProperties(e = {}) {
		return e.conditions = e.conditions || {}, Q(e.customerProvidedKey, this.isHttps), q.withSpan(`BlobClient-getProperties`, e, async (t) => {
			let n = K(await this.blobContext.getProperties({
				abortSignal: e.abortSignal,
				leaseAccessConditions: e.conditions,
				modifiedAccessConditions: {
					...e.conditions,
					ifTags: e.conditions?.tagConditions
				},
				cpkInfo: e.customerProvidedKey,
				tracingOptions: t.tracingOptions
			}));
			return {
				...n,
				_response: n._response,
				objectReplicationDestinationPolicyId: n.objectReplicationPolicyId,
				objectReplicationSourceProperties: vc(n.objectReplicationRules)
			};
		});
	}
	async delete(e = {}) {
		return e.conditions = e.conditions || {}, q.withSpan(`BlobClient-delete`, e, async (t) => K(await this.blobContext.delete({
			abortSignal: e.abortSignal,
			deleteSnapshots: e.deleteSnapshots,
			leaseAccessConditions: e.conditions,
			modifiedAccessConditions: {
				...e.conditions,
				ifTags: e.conditions?.tagConditions
			},
			tracingOptions: t.tracingOptions
		})));
	}
	async deleteIfExists(e = {}) {
		return q.withSpan(`BlobClient-deleteIfExists`, e, async (e) => {
			try {
				let t = K(await this.delete(e));
				return {
					succeeded: !0,
					...t,
					_response: t._response
				};
			} catch (e) {
				if (e.details?.errorCode === `BlobNotFound`) return {
					succeeded: !1,
					...e.response?.parsedHeaders,
					_response: e.response
				};
				throw e;
			}
		});
	}
	async undelete(e = {}) {
		return q.withSpan(`BlobClient-undelete`, e, async (t) => K(await this.blobContext.undelete({
			abortSignal: e.abortSignal,
			tracingOptions: t.tracingOptions
		})));
	}
	async setHTTPHeaders(e, t = {}) {
		return t.conditions = t.conditions || {}, Q(t.customerProvidedKey, this.isHttps), q.withSpan(`BlobClient-setHTTPHeaders`, t, async (n) => K(await this.blobContext.setHttpHeaders({
			abortSignal: t.abortSignal,
			blobHttpHeaders: e,
			leaseAccessConditions: t.conditions,
			modifiedAccessConditions: {
				...t.conditions,
				ifTags: t.conditions?.tagConditions
			},
			tracingOptions: n.tracingOptions
		})));
	}
	async setMetadata(e, t = {}) {
		return t.conditions = t.conditions || {}, Q(t.customerProvidedKey, this.isHttps), q.withSpan(`BlobClient-setMetadata`, t, async (n) => K(await this.blobContext.setMetadata({
			abortSignal: t.abortSignal,
			leaseAccessConditions: t.conditions,
			metadata: e,
			modifiedAccessConditions: {
				...t.conditions,
				ifTags: t.conditions?.tagConditions
			},
			cpkInfo: t.customerProvidedKey,
			encryptionScope: t.encryptionScope,
			tracingOptions: n.tracingOptions
		})));
	}
	async setTags(e, t = {}) {
		return q.withSpan(`BlobClient-setTags`, t, async (n) => K(await this.blobContext.setTags({
			abortSignal: t.abortSignal,
			leaseAccessConditions: t.conditions,
			modifiedAccessConditions: {
				...t.conditions,
				ifTags: t.conditions?.tagConditions
			},
			blobModifiedAccessConditions: t.conditions,
			tracingOptions: n.tracingOptions,
			tags: hc(e)
		})));
	}
	async getTags(e = {}) {
		return q.withSpan(`BlobClient-getTags`, e, async (t) => {
			let n = K(await this.blobContext.getTags({
				abortSignal: e.abortSignal,
				leaseAccessConditions: e.conditions,
				modifiedAccessConditions: {
					...e.conditions,
					ifTags: e.conditions?.tagConditions
				},
				blobModifiedAccessConditions: e.conditions,
				tracingOptions: t.tracingOptions
			}));
			return {
				...n,
				_response: n._response,
				tags: gc({ blobTagSet: n.blobTagSet }) || {}
			};
		});
	}
	getBlobLeaseClient(e) {
		return new Lc(this, e);
	}
	async createSnapshot(e = {}) {
		return e.conditions = e.conditions || {}, Q(e.customerProvidedKey, this.isHttps), q.withSpan(`BlobClient-createSnapshot`, e, async (t) => K(await this.blobContext.createSnapshot({
			abortSignal: e.abortSignal,
			leaseAccessConditions: e.conditions,
			metadata: e.metadata,
			modifiedAccessConditions: {
				...e.conditions,
				ifTags: e.conditions?.tagConditions
			},
			cpkInfo: e.customerProvidedKey,
			encryptionScope: e.encryptionScope,
			tracingOptions: t.tracingOptions
		})));
	}
	async beginCopyFromURL(e, t = {}) {
		let n = new al({
			blobClient: {
				abortCopyFromURL: (...e) => this.abortCopyFromURL(...e),
				getProperties: (...e) => this.getProperties(...e),
				startCopyFromURL: (...e) => this.startCopyFromURL(...e)
			},
			copySource: e,
			intervalInMs: t.intervalInMs,
			onProgress: t.onProgress,
			resumeFrom: t.resumeFrom,
			startCopyFromURLOptions: t
		});
		return await n.poll(), n;
	}
	async abortCopyFromURL(e, t = {}) {
		return q.withSpan(`BlobClient-abortCopyFromURL`, t, async (n) => K(await this.blobContext.abortCopyFromURL(e, {
			abortSignal: t.abortSignal,
			leaseAccessConditions: t.conditions,
			tracingOptions: n.tracingOptions
		})));
	}
	async syncCopyFromURL(e, t = {}) {
		return t.conditions = t.conditions || {}, t.sourceConditions = t.sourceConditions || {}, q.withSpan(`BlobClient-syncCopyFromURL`, t, async (n) => K(await this.blobContext.copyFromURL(e, {
			abortSignal: t.abortSignal,
			metadata: t.metadata,
			leaseAccessConditions: t.conditions,
			modifiedAccessConditions: {
				...t.conditions,
				ifTags: t.conditions?.tagConditions
			},
			sourceModifiedAccessConditions: {
				sourceIfMatch: t.sourceConditions?.ifMatch,
				sourceIfModifiedSince: t.sourceConditions?.ifModifiedSince,
				sourceIfNoneMatch: t.sourceConditions?.ifNoneMatch,
				sourceIfUnmodifiedSince: t.sourceConditions?.ifUnmodifiedSince
			},
			sourceContentMD5: t.sourceContentMD5,
			copySourceAuthorization: yc(t.sourceAuthorization),
			tier: Z(t.tier),
			blobTagsString: mc(t.tags),
			immutabilityPolicyExpiry: t.immutabilityPolicy?.expiriesOn,
			immutabilityPolicyMode: t.immutabilityPolicy?.policyMode,
			legalHold: t.legalHold,
			encryptionScope: t.encryptionScope,
			copySourceTags: t.copySourceTags,
			fileRequestIntent: t.sourceShareTokenIntent,
			tracingOptions: n.tracingOptions
		})));
	}
	async setAccessTier(e, t = {}) {
		return q.withSpan(`BlobClient-setAccessTier`, t, async (n) => K(await this.blobContext.setTier(Z(e), {
			abortSignal: t.abortSignal,
			leaseAccessConditions: t.conditions,
			modifiedAccessConditions: {
				...t.conditions,
				ifTags: t.conditions?.tagConditions
			},
			rehydratePriority: t.rehydratePriority,
			tracingOptions: n.tracingOptions
		})));
	}
	async downloadToBuffer(e, t, n, r = {}) {
		let i, a = 0, o = 0, s = r;
		e instanceof Buffer ? (i = e, a = t || 0, o = typeof n == `number` ? n : 0) : (a = typeof e == `number` ? e : 0, o = typeof t == `number` ? t : 0, s = n || {});
		let c = s.blockSize ?? 0;
		if (c < 0) throw RangeError(`blockSize option must be >= 0`);
		if (c === 0 && (c = De), a < 0) throw RangeError(`offset option must be >= 0`);
		if (o && o <= 0) throw RangeError(`count option must be greater than 0`);
		return s.conditions || (s.conditions = {}), q.withSpan(`BlobClient-downloadToBuffer`, s, async (e) => {
			if (!o) {
				let t = await this.getProperties({
					...s,
					tracingOptions: e.tracingOptions
				});
				if (o = t.contentLength - a, o < 0) throw RangeError(`offset ${a} shouldn't be larger than blob size ${t.contentLength}`);
			}
			if (!i) try {
				i = Buffer.alloc(o);
			} catch (e) {
				throw Error(`Unable to allocate the buffer of size: ${o}(in bytes). Please try passing your own buffer to the "downloadToBuffer" method or try using other methods like "download" or "downloadToFile".\t ${e.message}`);
			}
			if (i.length < o) throw RangeError(`The buffer's size should be equal to or larger than the request count of bytes: ${o}`);
			let t = 0, n = new dl(s.concurrency);
			for (let r = a; r < a + o; r += c) n.addOperation(async () => {
				let n = a + o;
				r + c < n && (n = r + c);
				let l = (await this.download(r, n - r, {
					abortSignal: s.abortSignal,
					conditions: s.conditions,
					maxRetryRequests: s.maxRetryRequestsPerBlock,
					customerProvidedKey: s.customerProvidedKey,
					tracingOptions: e.tracingOptions
				})).readableStreamBody;
				await fl(l, i, r - a, n - a), t += n - r, s.onProgress && s.onProgress({ loadedBytes: t });
			});
			return await n.do(), i;
		});
	}
	async downloadToFile(e, t = 0, n, r = {}) {
		return q.withSpan(`BlobClient-downloadToFile`, r, async (i) => {
			let a = await this.download(t, n, {
				...r,
				tracingOptions: i.tracingOptions
			});
			return a.readableStreamBody && await pl(a.readableStreamBody, e), a.blobDownloadStream = void 0, a;
		});
	}
	getBlobAndContainerNamesFromUrl() {
		let e, t;
		try {
			let n = new URL(this.url);
			if (n.host.split(`.`)[1] === `blob`) {
				let r = n.pathname.match(`/([^/]*)(/(.*))?`);
				e = r[1], t = r[3];
			} else if (pc(n)) {
				let r = n.pathname.match(`/([^/]*)/([^/]*)(/(.*))?`);
				e = r[2], t = r[4];
			} else {
				let r = n.pathname.match(`/([^/]*)(/(.*))?`);
				e = r[1], t = r[3];
			}
			if (e = decodeURIComponent(e), t = decodeURIComponent(t), t = t.replace(/\\/g, `/`), !e) throw Error(`Provided containerName is invalid.`);
			return {
				blobName: t,
				containerName: e
			};
		} catch {
			throw Error(`Unable to extract blobName and containerName with provided information.`);
		}
	}
	async startCopyFromURL(e, t = {}) {
		return q.withSpan(`BlobClient-startCopyFromURL`, t, async (n) => (t.conditions = t.conditions || {}, t.sourceConditions = t.sourceConditions || {}, K(await this.blobContext.startCopyFromURL(e, {
			abortSignal: t.abortSignal,
			leaseAccessConditions: t.conditions,
			metadata: t.metadata,
			modifiedAccessConditions: {
				...t.conditions,
				ifTags: t.conditions?.tagConditions
			},
			sourceModifiedAccessConditions: {
				sourceIfMatch: t.sourceConditions.ifMatch,
				sourceIfModifiedSince: t.sourceConditions.ifModifiedSince,
				sourceIfNoneMatch: t.sourceConditions.ifNoneMatch,
				sourceIfUnmodifiedSince: t.sourceConditions.ifUnmodifiedSince,
				sourceIfTags: t.sourceConditions.tagConditions
			},
			immutabilityPolicyExpiry: t.immutabilityPolicy?.expiriesOn,
			immutabilityPolicyMode: t.immutabilityPolicy?.policyMode,
			legalHold: t.legalHold,
			rehydratePriority: t.rehydratePriority,
			tier: Z(t.tier),
			blobTagsString: mc(t.tags),
			sealBlob: t.sealBlob,
			tracingOptions: n.tracingOptions
		}))));
	}
	generateSasUrl(e) {
		return new Promise((t) => {
			if (!(this.credential instanceof u)) throw RangeError(`Can only generate the SAS when the client is initialized with a shared key credential`);
			let n = Ec({
				containerName: this._containerName,
				blobName: this._name,
				snapshotTime: this._snapshot,
				versionId: this._versionId,
				...e
			}, this.credential).toString();
			t(sc(this.url, n));
		});
	}
	generateSasStringToSign(e) {
		if (!(this.credential instanceof u)) throw RangeError(`Can only generate the SAS when the client is initialized with a shared key credential`);
		return Dc({
			containerName: this._containerName,
			blobName: this._name,
			snapshotTime: this._snapshot,
			versionId: this._versionId,
			...e
		}, this.credential).stringToSign;
	}
	generateUserDelegationSasUrl(e, t) {
		return new Promise((n) => {
			let r = Ec({
				containerName: this._containerName,
				blobName: this._name,
				snapshotTime: this._snapshot,
				versionId: this._versionId,
				...e
			}, t, this.accountName).toString();
			n(sc(this.url, r));
		});
	}
	generateUserDelegationSasStringToSign(e, t) {
		return Dc({
			containerName: this._containerName,
			blobName: this._name,
			snapshotTime: this._snapshot,
			versionId: this._versionId,
			...e
		}, t, this.accountName).stringToSign;
	}
	async deleteImmutabilityPolicy(e = {}) {
		return q.withSpan(`BlobClient-deleteImmutabilityPolicy`, e, async (e) => K(await this.blobContext.deleteImmutabilityPolicy({ tracingOptions: e.tracingOptions })));
	}
	async setImmutabilityPolicy(e, t = {}) {
		return q.withSpan(`BlobClient-setImmutabilityPolicy`, t, async (t) => K(await this.blobContext.setImmutabilityPolicy({
			immutabilityPolicyExpiry: e.expiriesOn,
			immutabilityPolicyMode: e.policyMode,
			tracingOptions: t.tracingOptions
		})));
	}
	async setLegalHold(e, t = {}) {
		return q.withSpan(`BlobClient-setLegalHold`, t, async (t) => K(await this.blobContext.setLegalHold(e, { tracingOptions: t.tracingOptions })));
	}
	async getAccountInfo(e = {}) {
		return q.withSpan(`BlobClient-getAccountInfo`, e, async (t) => K(await this.blobContext.getAccountInfo({
			abortSignal: e.abortSignal,
			tracingOptions: t.tracingOptions
		})));
	}
}, _l = class e extends gl {
	appendBlobContext;
	constructor(e, t, n, o) {
		let s, c;
		if (o ||= {}, Me(t)) c = e, s = t;
		else if (a && t instanceof u || t instanceof f || i(t)) c = e, o = n, s = m(t, o);
		else if (!t && typeof t != `string`) c = e, s = m(new f(), o);
		else if (t && typeof t == `string` && n && typeof n == `string`) {
			let i = t, l = n, d = nc(e);
			if (d.kind === `AccountConnString`) {
				if (a) {
					let e = new u(d.accountName, d.accountKey);
					c = W(W(d.url, encodeURIComponent(i)), encodeURIComponent(l)), o.proxyOptions || (o.proxyOptions = r(d.proxyUri)), s = m(e, o);
				} else throw Error(`Account connection string is only supported in Node.js environment`);
			} else if (d.kind === `SASConnString`) c = W(W(d.url, encodeURIComponent(i)), encodeURIComponent(l)) + `?` + d.accountSas, s = m(new f(), o);
			else throw Error(`Connection string must be either an Account connection string or a SAS connection string`);
		} else throw Error(`Expecting non-empty strings for containerName and blobName parameters`);
		super(c, s), this.appendBlobContext = this.storageClientContext.appendBlob;
	}
	withSnapshot(t) {
		return new e(ic(this.url, Oe.Parameters.SNAPSHOT, t.length === 0 ? void 0 : t), this.pipeline);
	}
	async create(e = {}) {
		return e.conditions = e.conditions || {}, Q(e.customerProvidedKey, this.isHttps), q.withSpan(`AppendBlobClient-create`, e, async (t) => K(await this.appendBlobContext.create(0, {
			abortSignal: e.abortSignal,
			blobHttpHeaders: e.blobHTTPHeaders,
			leaseAccessConditions: e.conditions,
			metadata: e.metadata,
			modifiedAccessConditions: {
				...e.conditions,
				ifTags: e.conditions?.tagConditions
			},
			cpkInfo: e.customerProvidedKey,
			encryptionScope: e.encryptionScope,
			immutabilityPolicyExpiry: e.immutabilityPolicy?.expiriesOn,
			immutabilityPolicyMode: e.immutabilityPolicy?.policyMode,
			legalHold: e.legalHold,
			blobTagsString: mc(e.tags),
			tracingOptions: t.tracingOptions
		})));
	}
	async createIfNotExists(e = {}) {
		let t = { ifNoneMatch: `*` };
		return q.withSpan(`AppendBlobClient-createIfNotExists`, e, async (e) => {
			try {
				let n = K(await this.create({
					...e,
					conditions: t
				}));
				return {
					succeeded: !0,
					...n,
					_response: n._response
				};
			} catch (e) {
				if (e.details?.errorCode === `BlobAlreadyExists`) return {
					succeeded: !1,
					...e.response?.parsedHeaders,
					_response: e.response
				};
				throw e;
			}
		});
	}
	async seal(e = {}) {
		return e.conditions = e.conditions || {}, q.withSpan(`AppendBlobClient-seal`, e, async (t) => K(await this.appendBlobContext.seal({
			abortSignal: e.abortSignal,
			appendPositionAccessConditions: e.conditions,
			leaseAccessConditions: e.conditions,
			modifiedAccessConditions: {
				...e.conditions,
				ifTags: e.conditions?.tagConditions
			},
			tracingOptions: t.tracingOptions
		})));
	}
	async appendBlock(e, t, n = {}) {
		return n.conditions = n.conditions || {}, Q(n.customerProvidedKey, this.isHttps), q.withSpan(`AppendBlobClient-appendBlock`, n, async (r) => K(await this.appendBlobContext.appendBlock(t, e, {
			abortSignal: n.abortSignal,
			appendPositionAccessConditions: n.conditions,
			leaseAccessConditions: n.conditions,
			modifiedAccessConditions: {
				...n.conditions,
				ifTags: n.conditions?.tagConditions
			},
			requestOptions: { onUploadProgress: n.onProgress },
			transactionalContentMD5: n.transactionalContentMD5,
			transactionalContentCrc64: n.transactionalContentCrc64,
			cpkInfo: n.customerProvidedKey,
			encryptionScope: n.encryptionScope,
			tracingOptions: r.tracingOptions
		})));
	}
	async appendBlockFromURL(e, t, n, r = {}) {
		return r.conditions = r.conditions || {}, r.sourceConditions = r.sourceConditions || {}, Q(r.customerProvidedKey, this.isHttps), q.withSpan(`AppendBlobClient-appendBlockFromURL`, r, async (i) => K(await this.appendBlobContext.appendBlockFromUrl(e, 0, {
			abortSignal: r.abortSignal,
			sourceRange: $({
				offset: t,
				count: n
			}),
			sourceContentMD5: r.sourceContentMD5,
			sourceContentCrc64: r.sourceContentCrc64,
			leaseAccessConditions: r.conditions,
			appendPositionAccessConditions: r.conditions,
			modifiedAccessConditions: {
				...r.conditions,
				ifTags: r.conditions?.tagConditions
			},
			sourceModifiedAccessConditions: {
				sourceIfMatch: r.sourceConditions?.ifMatch,
				sourceIfModifiedSince: r.sourceConditions?.ifModifiedSince,
				sourceIfNoneMatch: r.sourceConditions?.ifNoneMatch,
				sourceIfUnmodifiedSince: r.sourceConditions?.ifUnmodifiedSince
			},
			copySourceAuthorization: yc(r.sourceAuthorization),
			cpkInfo: r.customerProvidedKey,
			encryptionScope: r.encryptionScope,
			fileRequestIntent: r.sourceShareTokenIntent,
			tracingOptions: i.tracingOptions
		})));
	}
}, vl = class e extends gl {
	_blobContext;
	blockBlobContext;
	constructor(e, t, n, o) {
		let s, c;
		if (o ||= {}, Me(t)) c = e, s = t;
		else if (a && t instanceof u || t instanceof f || i(t)) c = e, o = n, s = m(t, o);
		else if (!t && typeof t != `string`) c = e, n && typeof n != `string` && (o = n), s = m(new f(), o);
		else if (t && typeof t == `string` && n && typeof n == `string`) {
			let i = t, l = n, d = nc(e);
			if (d.kind === `AccountConnString`) {
				if (a) {
					let e = new u(d.accountName, d.accountKey);
					c = W(W(d.url, encodeURIComponent(i)), encodeURIComponent(l)), o.proxyOptions || (o.proxyOptions = r(d.proxyUri)), s = m(e, o);
				} else throw Error(`Account connection string is only supported in Node.js environment`);
			} else if (d.kind === `SASConnString`) c = W(W(d.url, encodeURIComponent(i)), encodeURIComponent(l)) + `?` + d.accountSas, s = m(new f(), o);
			else throw Error(`Connection string must be either an Account connection string or a SAS connection string`);
		} else throw Error(`Expecting non-empty strings for containerName and blobName parameters`);
		super(c, s), this.blockBlobContext = this.storageClientContext.blockBlob, this._blobContext = this.storageClientContext.blob;
	}
	withSnapshot(t) {
		return new e(ic(this.url, Oe.Parameters.SNAPSHOT, t.length === 0 ? void 0 : t), this.pipeline);
	}
	async query(e, t = {}) {
		if (Q(t.customerProvidedKey, this.isHttps), !a) throw Error(`This operation currently is only supported in Node.js.`);
		return q.withSpan(`BlockBlobClient-query`, t, async (n) => new el(K(await this._blobContext.query({
			abortSignal: t.abortSignal,
			queryRequest: {
				queryType: `SQL`,
				expression: e,
				inputSerialization: _c(t.inputTextConfiguration),
				outputSerialization: _c(t.outputTextConfiguration)
			},
			leaseAccessConditions: t.conditions,
			modifiedAccessConditions: {
				...t.conditions,
				ifTags: t.conditions?.tagConditions
			},
			cpkInfo: t.customerProvidedKey,
			tracingOptions: n.tracingOptions
		})), {
			abortSignal: t.abortSignal,
			onProgress: t.onProgress,
			onError: t.onError
		}));
	}
	async upload(e, t, n = {}) {
		return n.conditions = n.conditions || {}, Q(n.customerProvidedKey, this.isHttps), q.withSpan(`BlockBlobClient-upload`, n, async (r) => K(await this.blockBlobContext.upload(t, e, {
			abortSignal: n.abortSignal,
			blobHttpHeaders: n.blobHTTPHeaders,
			leaseAccessConditions: n.conditions,
			metadata: n.metadata,
			modifiedAccessConditions: {
				...n.conditions,
				ifTags: n.conditions?.tagConditions
			},
			requestOptions: { onUploadProgress: n.onProgress },
			cpkInfo: n.customerProvidedKey,
			encryptionScope: n.encryptionScope,
			immutabilityPolicyExpiry: n.immutabilityPolicy?.expiriesOn,
			immutabilityPolicyMode: n.immutabilityPolicy?.policyMode,
			legalHold: n.legalHold,
			tier: Z(n.tier),
			blobTagsString: mc(n.tags),
			tracingOptions: r.tracingOptions
		})));
	}
	async syncUploadFromURL(e, t = {}) {
		return t.conditions = t.conditions || {}, Q(t.customerProvidedKey, this.isHttps), q.withSpan(`BlockBlobClient-syncUploadFromURL`, t, async (n) => K(await this.blockBlobContext.putBlobFromUrl(0, e, {
			...t,
			blobHttpHeaders: t.blobHTTPHeaders,
			leaseAccessConditions: t.conditions,
			modifiedAccessConditions: {
				...t.conditions,
				ifTags: t.conditions?.tagConditions
			},
			sourceModifiedAccessConditions: {
				sourceIfMatch: t.sourceConditions?.ifMatch,
				sourceIfModifiedSince: t.sourceConditions?.ifModifiedSince,
				sourceIfNoneMatch: t.sourceConditions?.ifNoneMatch,
				sourceIfUnmodifiedSince: t.sourceConditions?.ifUnmodifiedSince,
				sourceIfTags: t.sourceConditions?.tagConditions
			},
			cpkInfo: t.customerProvidedKey,
			copySourceAuthorization: yc(t.sourceAuthorization),
			tier: Z(t.tier),
			blobTagsString: mc(t.tags),
			copySourceTags: t.copySourceTags,
			fileRequestIntent: t.sourceShareTokenIntent,
			tracingOptions: n.tracingOptions
		})));
	}
	async stageBlock(e, t, n, r = {}) {
		return Q(r.customerProvidedKey, this.isHttps), q.withSpan(`BlockBlobClient-stageBlock`, r, async (i) => K(await this.blockBlobContext.stageBlock(e, n, t, {
			abortSignal: r.abortSignal,
			leaseAccessConditions: r.conditions,
			requestOptions: { onUploadProgress: r.onProgress },
			transactionalContentMD5: r.transactionalContentMD5,
			transactionalContentCrc64: r.transactionalContentCrc64,
			cpkInfo: r.customerProvidedKey,
			encryptionScope: r.encryptionScope,
			tracingOptions: i.tracingOptions
		})));
	}
	async stageBlockFromURL(e, t, n = 0, r, i = {}) {
		return Q(i.customerProvidedKey, this.isHttps), q.withSpan(`BlockBlobClient-stageBlockFromURL`, i, async (a) => K(await this.blockBlobContext.stageBlockFromURL(e, 0, t, {
			abortSignal: i.abortSignal,
			leaseAccessConditions: i.conditions,
			sourceContentMD5: i.sourceContentMD5,
			sourceContentCrc64: i.sourceContentCrc64,
			sourceRange: n === 0 && !r ? void 0 : $({
				offset: n,
				count: r
			}),
			cpkInfo: i.customerProvidedKey,
			encryptionScope: i.encryptionScope,
			copySourceAuthorization: yc(i.sourceAuthorization),
			fileRequestIntent: i.sourceShareTokenIntent,
			tracingOptions: a.tracingOptions
		})));
	}
	async commitBlockList(e, t = {}) {
		return t.conditions = t.conditions || {}, Q(t.customerProvidedKey, this.isHttps), q.withSpan(`BlockBlobClient-commitBlockList`, t, async (n) => K(await this.blockBlobContext.commitBlockList({ latest: e }, {
			abortSignal: t.abortSignal,
			blobHttpHeaders: t.blobHTTPHeaders,
			leaseAccessConditions: t.conditions,
			metadata: t.metadata,
			modifiedAccessConditions: {
				...t.conditions,
				ifTags: t.conditions?.tagConditions
			},
			cpkInfo: t.customerProvidedKey,
			encryptionScope: t.encryptionScope,
			immutabilityPolicyExpiry: t.immutabilityPolicy?.expiriesOn,
			immutabilityPolicyMode: t.immutabilityPolicy?.policyMode,
			legalHold: t.legalHold,
			tier: Z(t.tier),
			blobTagsString: mc(t.tags),
			tracingOptions: n.tracingOptions
		})));
	}
	async getBlockList(e, t = {}) {
		return q.withSpan(`BlockBlobClient-getBlockList`, t, async (n) => {
			let r = K(await this.blockBlobContext.getBlockList(e, {
				abortSignal: t.abortSignal,
				leaseAccessConditions: t.conditions,
				modifiedAccessConditions: {
					...t.conditions,
					ifTags: t.conditions?.tagConditions
				},
				tracingOptions: n.tracingOptions
			}));
			return r.committedBlocks ||= [], r.uncommittedBlocks ||= [], r;
		});
	}
	async uploadData(e, t = {}) {
		return q.withSpan(`BlockBlobClient-uploadData`, t, async (t) => {
			if (a) {
				let n;
				return e instanceof Buffer ? n = e : e instanceof ArrayBuffer ? n = Buffer.from(e) : (e = e, n = Buffer.from(e.buffer, e.byteOffset, e.byteLength)), this.uploadSeekableInternal((e, t) => n.slice(e, e + t), n.byteLength, t);
			}
			{
				let n = new Blob([e]);
				return this.uploadSeekableInternal((e, t) => n.slice(e, e + t), n.size, t);
			}
		});
	}
	async uploadBrowserData(e, t = {}) {
		return q.withSpan(`BlockBlobClient-uploadBrowserData`, t, async (t) => {
			let n = new Blob([e]);
			return this.uploadSeekableInternal((e, t) => n.slice(e, e + t), n.size, t);
		});
	}
	async uploadSeekableInternal(e, t, n = {}) {
		let r = n.blockSize ?? 0;
		if (r < 0 || r > 4194304e3) throw RangeError(`blockSize option must be >= 0 and <= 4194304000`);
		let i = n.maxSingleShotSize ?? 268435456;
		if (i < 0 || i > 268435456) throw RangeError(`maxSingleShotSize option must be >= 0 and <= 268435456`);
		if (r === 0) {
			if (t > 4194304e3 * 5e4) throw RangeError(`${t} is too larger to upload to a block blob.`);
			t > i && (r = Math.ceil(t / Ee), r < 4194304 && (r = De));
		}
		return n.blobHTTPHeaders ||= {}, n.conditions ||= {}, q.withSpan(`BlockBlobClient-uploadSeekableInternal`, n, async (a) => {
			if (t <= i) return K(await this.upload(e(0, t), t, a));
			let s = Math.floor((t - 1) / r) + 1;
			if (s > 5e4) throw RangeError(`The buffer's size is too big or the BlockSize is too small;the number of blocks must be <= ${Ee}`);
			let c = [], l = o(), u = 0, d = new dl(n.concurrency);
			for (let i = 0; i < s; i++) d.addOperation(async () => {
				let o = lc(l, i), d = r * i, ee = (i === s - 1 ? t : d + r) - d;
				c.push(o), await this.stageBlock(o, e(d, ee), ee, {
					abortSignal: n.abortSignal,
					conditions: n.conditions,
					encryptionScope: n.encryptionScope,
					tracingOptions: a.tracingOptions
				}), u += ee, n.onProgress && n.onProgress({ loadedBytes: u });
			});
			return await d.do(), this.commitBlockList(c, a);
		});
	}
	async uploadFile(e, t = {}) {
		return q.withSpan(`BlockBlobClient-uploadFile`, t, async (n) => {
			let r = (await ml(e)).size;
			return this.uploadSeekableInternal((t, n) => () => hl(e, {
				autoClose: !0,
				end: n ? t + n - 1 : 1 / 0,
				start: t
			}), r, {
				...t,
				tracingOptions: n.tracingOptions
			});
		});
	}
	async uploadStream(e, t = 8388608, n = 5, r = {}) {
		return r.blobHTTPHeaders ||= {}, r.conditions ||= {}, q.withSpan(`BlockBlobClient-uploadStream`, r, async (i) => {
			let a = 0, s = o(), c = 0, l = [];
			return await new ee(e, t, n, async (e, t) => {
				let n = lc(s, a);
				l.push(n), a++, await this.stageBlock(n, e, t, {
					customerProvidedKey: r.customerProvidedKey,
					conditions: r.conditions,
					encryptionScope: r.encryptionScope,
					tracingOptions: i.tracingOptions
				}), c += t, r.onProgress && r.onProgress({ loadedBytes: c });
			}, Math.ceil(n / 4 * 3)).do(), K(await this.commitBlockList(l, {
				...r,
				tracingOptions: i.tracingOptions
			}));
		});
	}
}, yl = class e extends gl {
	pageBlobContext;
	constructor(e, t, n, o) {
		let s, c;
		if (o ||= {}, Me(t)) c = e, s = t;
		else if (a && t instanceof u || t instanceof f || i(t)) c = e, o = n, s = m(t, o);
		else if (!t && typeof t != `string`) c = e, s = m(new f(), o);
		else if (t && typeof t == `string` && n && typeof n == `string`) {
			let i = t, l = n, d = nc(e);
			if (d.kind === `AccountConnString`) {
				if (a) {
					let e = new u(d.accountName, d.accountKey);
					c = W(W(d.url, encodeURIComponent(i)), encodeURIComponent(l)), o.proxyOptions || (o.proxyOptions = r(d.proxyUri)), s = m(e, o);
				} else throw Error(`Account connection string is only supported in Node.js environment`);
			} else if (d.kind === `SASConnString`) c = W(W(d.url, encodeURIComponent(i)), encodeURIComponent(l)) + `?` + d.accountSas, s = m(new f(), o);
			else throw Error(`Connection string must be either an Account connection string or a SAS connection string`);
		} else throw Error(`Expecting non-empty strings for containerName and blobName parameters`);
		super(c, s), this.pageBlobContext = this.storageClientContext.pageBlob;
	}
	withSnapshot(t) {
		return new e(ic(this.url, Oe.Parameters.SNAPSHOT, t.length === 0 ? void 0 : t), this.pipeline);
	}
	async create(e, t = {}) {
		return t.conditions = t.conditions || {}, Q(t.customerProvidedKey, this.isHttps), q.withSpan(`PageBlobClient-create`, t, async (n) => K(await this.pageBlobContext.create(0, e, {
			abortSignal: t.abortSignal,
			blobHttpHeaders: t.blobHTTPHeaders,
			blobSequenceNumber: t.blobSequenceNumber,
			leaseAccessConditions: t.conditions,
			metadata: t.metadata,
			modifiedAccessConditions: {
				...t.conditions,
				ifTags: t.conditions?.tagConditions
			},
			cpkInfo: t.customerProvidedKey,
			encryptionScope: t.encryptionScope,
			immutabilityPolicyExpiry: t.immutabilityPolicy?.expiriesOn,
			immutabilityPolicyMode: t.immutabilityPolicy?.policyMode,
			legalHold: t.legalHold,
			tier: Z(t.tier),
			blobTagsString: mc(t.tags),
			tracingOptions: n.tracingOptions
		})));
	}
	async createIfNotExists(e, t = {}) {
		return q.withSpan(`PageBlobClient-createIfNotExists`, t, async (n) => {
			try {
				let r = { ifNoneMatch: `*` }, i = K(await this.create(e, {
					...t,
					conditions: r,
					tracingOptions: n.tracingOptions
				}));
				return {
					succeeded: !0,
					...i,
					_response: i._response
				};
			} catch (e) {
				if (e.details?.errorCode === `BlobAlreadyExists`) return {
					succeeded: !1,
					...e.response?.parsedHeaders,
					_response: e.response
				};
				throw e;
			}
		});
	}
	async uploadPages(e, t, n, r = {}) {
		return r.conditions = r.conditions || {}, Q(r.customerProvidedKey, this.isHttps), q.withSpan(`PageBlobClient-uploadPages`, r, async (i) => K(await this.pageBlobContext.uploadPages(n, e, {
			abortSignal: r.abortSignal,
			leaseAccessConditions: r.conditions,
			modifiedAccessConditions: {
				...r.conditions,
				ifTags: r.conditions?.tagConditions
			},
			requestOptions: { onUploadProgress: r.onProgress },
			range: $({
				offset: t,
				count: n
			}),
			sequenceNumberAccessConditions: r.conditions,
			transactionalContentMD5: r.transactionalContentMD5,
			transactionalContentCrc64: r.transactionalContentCrc64,
			cpkInfo: r.customerProvidedKey,
			encryptionScope: r.encryptionScope,
			tracingOptions: i.tracingOptions
		})));
	}
	async uploadPagesFromURL(e, t, n, r, i = {}) {
		return i.conditions = i.conditions || {}, i.sourceConditions = i.sourceConditions || {}, Q(i.customerProvidedKey, this.isHttps), q.withSpan(`PageBlobClient-uploadPagesFromURL`, i, async (a) => K(await this.pageBlobContext.uploadPagesFromURL(e, $({
			offset: t,
			count: r
		}), 0, $({
			offset: n,
			count: r
		}), {
			abortSignal: i.abortSignal,
			sourceContentMD5: i.sourceContentMD5,
			sourceContentCrc64: i.sourceContentCrc64,
			leaseAccessConditions: i.conditions,
			sequenceNumberAccessConditions: i.conditions,
			modifiedAccessConditions: {
				...i.conditions,
				ifTags: i.conditions?.tagConditions
			},
			sourceModifiedAccessConditions: {
				sourceIfMatch: i.sourceConditions?.ifMatch,
				sourceIfModifiedSince: i.sourceConditions?.ifModifiedSince,
				sourceIfNoneMatch: i.sourceConditions?.ifNoneMatch,
				sourceIfUnmodifiedSince: i.sourceConditions?.ifUnmodifiedSince
			},
			cpkInfo: i.customerProvidedKey,
			encryptionScope: i.encryptionScope,
			copySourceAuthorization: yc(i.sourceAuthorization),
			fileRequestIntent: i.sourceShareTokenIntent,
			tracingOptions: a.tracingOptions
		})));
	}
	async clearPages(e = 0, t, n = {}) {
		return n.conditions = n.conditions || {}, q.withSpan(`PageBlobClient-clearPages`, n, async (r) => K(await this.pageBlobContext.clearPages(0, {
			abortSignal: n.abortSignal,
			leaseAccessConditions: n.conditions,
			modifiedAccessConditions: {
				...n.conditions,
				ifTags: n.conditions?.tagConditions
			},
			range: $({
				offset: e,
				count: t
			}),
			sequenceNumberAccessConditions: n.conditions,
			cpkInfo: n.customerProvidedKey,
			encryptionScope: n.encryptionScope,
			tracingOptions: r.tracingOptions
		})));
	}
	async getPageRanges(e = 0, t, n = {}) {
		return n.conditions = n.conditions || {}, q.withSpan(`PageBlobClient-getPageRanges`, n, async (r) => il(K(await this.pageBlobContext.getPageRanges({
			abortSignal: n.abortSignal,
			leaseAccessConditions: n.conditions,
			modifiedAccessConditions: {
				...n.conditions,
				ifTags: n.conditions?.tagConditions
			},
			range: $({
				offset: e,
				count: t
			}),
			tracingOptions: r.tracingOptions
		}))));
	}
	async listPageRangesSegment(e = 0, t, n, r = {}) {
		return q.withSpan(`PageBlobClient-getPageRangesSegment`, r, async (i) => K(await this.pageBlobContext.getPageRanges({
			abortSignal: r.abortSignal,
			leaseAccessConditions: r.conditions,
			modifiedAccessConditions: {
				...r.conditions,
				ifTags: r.conditions?.tagConditions
			},
			range: $({
				offset: e,
				count: t
			}),
			marker: n,
			maxPageSize: r.maxPageSize,
			tracingOptions: i.tracingOptions
		})));
	}
	async *listPageRangeItemSegments(e = 0, t, n, r = {}) {
		let i;
		if (n || n === void 0) do
			i = await this.listPageRangesSegment(e, t, n, r), n = i.continuationToken, yield await i;
		while (n);
	}
	async *listPageRangeItems(e = 0, t, n = {}) {
		let r;
		for await (let i of this.listPageRangeItemSegments(e, t, r, n)) yield* bc(i);
	}
	listPageRanges(e = 0, t, n = {}) {
		n.conditions = n.conditions || {};
		let r = this.listPageRangeItems(e, t, n);
		return {
			next() {
				return r.next();
			},
			[Symbol.asyncIterator]() {
				return this;
			},
			byPage: (r = {}) => this.listPageRangeItemSegments(e, t, r.continuationToken, {
				maxPageSize: r.maxPageSize,
				...n
			})
		};
	}
	async getPageRangesDiff(e, t, n, r = {}) {
		return r.conditions = r.conditions || {}, q.withSpan(`PageBlobClient-getPageRangesDiff`, r, async (i) => il(K(await this.pageBlobContext.getPageRangesDiff({
			abortSignal: r.abortSignal,
			leaseAccessConditions: r.conditions,
			modifiedAccessConditions: {
				...r.conditions,
				ifTags: r.conditions?.tagConditions
			},
			prevsnapshot: n,
			range: $({
				offset: e,
				count: t
			}),
			tracingOptions: i.tracingOptions
		}))));
	}
	async listPageRangesDiffSegment(e, t, n, r, i = {}) {
		return q.withSpan(`PageBlobClient-getPageRangesDiffSegment`, i, async (a) => K(await this.pageBlobContext.getPageRangesDiff({
			abortSignal: i?.abortSignal,
			leaseAccessConditions: i?.conditions,
			modifiedAccessConditions: {
				...i?.conditions,
				ifTags: i?.conditions?.tagConditions
			},
			prevsnapshot: n,
			range: $({
				offset: e,
				count: t
			}),
			marker: r,
			maxPageSize: i?.maxPageSize,
			tracingOptions: a.tracingOptions
		})));
	}
	async *listPageRangeDiffItemSegments(e, t, n, r, i) {
		let a;
		if (r || r === void 0) do
			a = await this.listPageRangesDiffSegment(e, t, n, r, i), r = a.continuationToken, yield await a;
		while (r);
	}
	async *listPageRangeDiffItems(e, t, n, r) {
		let i;
		for await (let a of this.listPageRangeDiffItemSegments(e, t, n, i, r)) yield* bc(a);
	}
	listPageRangesDiff(e, t, n, r = {}) {
		r.conditions = r.conditions || {};
		let i = this.listPageRangeDiffItems(e, t, n, { ...r });
		return {
			next() {
				return i.next();
			},
			[Symbol.asyncIterator]() {
				return this;
			},
			byPage: (i = {}) => this.listPageRangeDiffItemSegments(e, t, n, i.continuationToken, {
				maxPageSize: i.maxPageSize,
				...r
			})
		};
	}
	async getPageRangesDiffForManagedDisks(e, t, n, r = {}) {
		return r.conditions = r.conditions || {}, q.withSpan(`PageBlobClient-GetPageRangesDiffForManagedDisks`, r, async (i) => il(K(await this.pageBlobContext.getPageRangesDiff({
			abortSignal: r.abortSignal,
			leaseAccessConditions: r.conditions,
			modifiedAccessConditions: {
				...r.conditions,
				ifTags: r.conditions?.tagConditions
			},
			prevSnapshotUrl: n,
			range: $({
				offset: e,
				count: t
			}),
			tracingOptions: i.tracingOptions
		}))));
	}
	async resize(e, t = {}) {
		return t.conditions = t.conditions || {}, q.withSpan(`PageBlobClient-resize`, t, async (n) => K(await this.pageBlobContext.resize(e, {
			abortSignal: t.abortSignal,
			leaseAccessConditions: t.conditions,
			modifiedAccessConditions: {
				...t.conditions,
				ifTags: t.conditions?.tagConditions
			},
			encryptionScope: t.encryptionScope,
			tracingOptions: n.tracingOptions
		})));
	}
	async updateSequenceNumber(e, t, n = {}) {
		return n.conditions = n.conditions || {}, q.withSpan(`PageBlobClient-updateSequenceNumber`, n, async (r) => K(await this.pageBlobContext.updateSequenceNumber(e, {
			abortSignal: n.abortSignal,
			blobSequenceNumber: t,
			leaseAccessConditions: n.conditions,
			modifiedAccessConditions: {
				...n.conditions,
				ifTags: n.conditions?.tagConditions
			},
			tracingOptions: r.tracingOptions
		})));
	}
	async startCopyIncremental(e, t = {}) {
		return q.withSpan(`PageBlobClient-startCopyIncremental`, t, async (n) => K(await this.pageBlobContext.copyIncremental(e, {
			abortSignal: t.abortSignal,
			modifiedAccessConditions: {
				...t.conditions,
				ifTags: t.conditions?.tagConditions
			},
			tracingOptions: n.tracingOptions
		})));
	}
};
export { vl as n, gl as t };
