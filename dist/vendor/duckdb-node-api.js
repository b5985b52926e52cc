import { r as e, t } from "../lazy/rolldown-runtime.js";
import { t as n } from "./duckdb-node-bindings.js";
var r = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.configurationOptionDescriptions = o;
	let a = i(n());
	function o() {
		let e = {}, t = a.default.config_count();
		for (let n = 0; n < t; n++) {
			let { name: t, description: r } = a.default.get_config_flag(n);
			e[t] = r;
		}
		return e;
	}
})), i = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.createDuckDBValueConverter = t;
	function t(e) {
		return (t, n, r) => {
			if (t == null) return null;
			let i = e[n.typeId];
			if (!i) throw Error(`No converter for typeId: ${n.typeId}`);
			return i(t, n, r);
		};
	}
})), a = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBTypeId = void 0;
	var t;
	(function(e) {
		e[e.INVALID = 0] = `INVALID`, e[e.BOOLEAN = 1] = `BOOLEAN`, e[e.TINYINT = 2] = `TINYINT`, e[e.SMALLINT = 3] = `SMALLINT`, e[e.INTEGER = 4] = `INTEGER`, e[e.BIGINT = 5] = `BIGINT`, e[e.UTINYINT = 6] = `UTINYINT`, e[e.USMALLINT = 7] = `USMALLINT`, e[e.UINTEGER = 8] = `UINTEGER`, e[e.UBIGINT = 9] = `UBIGINT`, e[e.FLOAT = 10] = `FLOAT`, e[e.DOUBLE = 11] = `DOUBLE`, e[e.TIMESTAMP = 12] = `TIMESTAMP`, e[e.DATE = 13] = `DATE`, e[e.TIME = 14] = `TIME`, e[e.INTERVAL = 15] = `INTERVAL`, e[e.HUGEINT = 16] = `HUGEINT`, e[e.UHUGEINT = 32] = `UHUGEINT`, e[e.VARCHAR = 17] = `VARCHAR`, e[e.BLOB = 18] = `BLOB`, e[e.DECIMAL = 19] = `DECIMAL`, e[e.TIMESTAMP_S = 20] = `TIMESTAMP_S`, e[e.TIMESTAMP_MS = 21] = `TIMESTAMP_MS`, e[e.TIMESTAMP_NS = 22] = `TIMESTAMP_NS`, e[e.ENUM = 23] = `ENUM`, e[e.LIST = 24] = `LIST`, e[e.STRUCT = 25] = `STRUCT`, e[e.MAP = 26] = `MAP`, e[e.ARRAY = 33] = `ARRAY`, e[e.UUID = 27] = `UUID`, e[e.UNION = 28] = `UNION`, e[e.BIT = 29] = `BIT`, e[e.TIME_TZ = 30] = `TIME_TZ`, e[e.TIMESTAMP_TZ = 31] = `TIMESTAMP_TZ`, e[e.ANY = 34] = `ANY`, e[e.BIGNUM = 35] = `BIGNUM`, e[e.SQLNULL = 36] = `SQLNULL`, e[e.STRING_LITERAL = 37] = `STRING_LITERAL`, e[e.INTEGER_LITERAL = 38] = `INTEGER_LITERAL`, e[e.TIME_NS = 39] = `TIME_NS`, e[e.GEOMETRY = 40] = `GEOMETRY`, e[e.VARIANT = 41] = `VARIANT`;
	})(t || (e.DuckDBTypeId = t = {}));
})), o = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBGeometryLogicalType = e.DuckDBUnionLogicalType = e.DuckDBArrayLogicalType = e.DuckDBMapLogicalType = e.DuckDBStructLogicalType = e.DuckDBListLogicalType = e.DuckDBEnumLogicalType = e.DuckDBDecimalLogicalType = e.DuckDBLogicalType = void 0;
	let o = i(n()), s = G(), c = a();
	var l = class e {
		logical_type;
		constructor(e) {
			this.logical_type = e;
		}
		static create(t) {
			switch (o.default.get_type_id(t)) {
				case o.default.Type.DECIMAL: return new u(t);
				case o.default.Type.ENUM: return new d(t);
				case o.default.Type.LIST: return new f(t);
				case o.default.Type.STRUCT: return new p(t);
				case o.default.Type.MAP: return new m(t);
				case o.default.Type.ARRAY: return new h(t);
				case o.default.Type.UNION: return new g(t);
				case o.default.Type.GEOMETRY: return new _(t);
				default: return new e(t);
			}
		}
		static createDecimal(e, t) {
			return new u(o.default.create_decimal_type(e, t));
		}
		static createEnum(e) {
			return new d(o.default.create_enum_type(e));
		}
		static createList(e) {
			return new f(o.default.create_list_type(e.logical_type));
		}
		static createStruct(e, t) {
			let n = e.length;
			if (n !== t.length) throw Error(`Could not create struct: \
        entryNames length (${e.length}) does not match entryLogicalTypes length (${t.length})`);
			let r = [], i = [];
			for (let a = 0; a < n; a++) r.push(t[a].logical_type), i.push(e[a]);
			return new p(o.default.create_struct_type(r, i));
		}
		static createMap(e, t) {
			return new m(o.default.create_map_type(e.logical_type, t.logical_type));
		}
		static createArray(e, t) {
			return new h(o.default.create_array_type(e.logical_type, t));
		}
		static createUnion(e, t) {
			let n = e.length;
			if (n !== t.length) throw Error(`Could not create union: \
        memberTags length (${e.length}) does not match memberLogicalTypes length (${t.length})`);
			let r = [], i = [];
			for (let a = 0; a < n; a++) r.push(t[a].logical_type), i.push(e[a]);
			return new g(o.default.create_union_type(r, i));
		}
		get typeId() {
			return o.default.get_type_id(this.logical_type);
		}
		get alias() {
			return o.default.logical_type_get_alias(this.logical_type) || void 0;
		}
		set alias(e) {
			o.default.logical_type_set_alias(this.logical_type, e || ``);
		}
		asType() {
			let e = this.alias;
			switch (this.typeId) {
				case c.DuckDBTypeId.BOOLEAN: return s.DuckDBBooleanType.create(e);
				case c.DuckDBTypeId.TINYINT: return s.DuckDBTinyIntType.create(e);
				case c.DuckDBTypeId.SMALLINT: return s.DuckDBSmallIntType.create(e);
				case c.DuckDBTypeId.INTEGER: return s.DuckDBIntegerType.create(e);
				case c.DuckDBTypeId.BIGINT: return s.DuckDBBigIntType.create(e);
				case c.DuckDBTypeId.UTINYINT: return s.DuckDBUTinyIntType.create(e);
				case c.DuckDBTypeId.USMALLINT: return s.DuckDBUSmallIntType.create(e);
				case c.DuckDBTypeId.UINTEGER: return s.DuckDBUIntegerType.create(e);
				case c.DuckDBTypeId.UBIGINT: return s.DuckDBUBigIntType.create(e);
				case c.DuckDBTypeId.FLOAT: return s.DuckDBFloatType.create(e);
				case c.DuckDBTypeId.DOUBLE: return s.DuckDBDoubleType.create(e);
				case c.DuckDBTypeId.TIMESTAMP: return s.DuckDBTimestampType.create(e);
				case c.DuckDBTypeId.DATE: return s.DuckDBDateType.create(e);
				case c.DuckDBTypeId.TIME: return s.DuckDBTimeType.create(e);
				case c.DuckDBTypeId.INTERVAL: return s.DuckDBIntervalType.create(e);
				case c.DuckDBTypeId.HUGEINT: return s.DuckDBHugeIntType.create(e);
				case c.DuckDBTypeId.UHUGEINT: return s.DuckDBUHugeIntType.create(e);
				case c.DuckDBTypeId.VARCHAR: return s.DuckDBVarCharType.create(e);
				case c.DuckDBTypeId.BLOB: return s.DuckDBBlobType.create(e);
				case c.DuckDBTypeId.DECIMAL: throw Error(`Expected override`);
				case c.DuckDBTypeId.TIMESTAMP_S: return s.DuckDBTimestampSecondsType.create(e);
				case c.DuckDBTypeId.TIMESTAMP_MS: return s.DuckDBTimestampMillisecondsType.create(e);
				case c.DuckDBTypeId.TIMESTAMP_NS: return s.DuckDBTimestampNanosecondsType.create(e);
				case c.DuckDBTypeId.ENUM: throw Error(`Expected override`);
				case c.DuckDBTypeId.LIST: throw Error(`Expected override`);
				case c.DuckDBTypeId.STRUCT: throw Error(`Expected override`);
				case c.DuckDBTypeId.MAP: throw Error(`Expected override`);
				case c.DuckDBTypeId.ARRAY: throw Error(`Expected override`);
				case c.DuckDBTypeId.UUID: return s.DuckDBUUIDType.create(e);
				case c.DuckDBTypeId.UNION: throw Error(`Expected override`);
				case c.DuckDBTypeId.BIT: return s.DuckDBBitType.create(e);
				case c.DuckDBTypeId.TIME_TZ: return s.DuckDBTimeTZType.create(e);
				case c.DuckDBTypeId.TIMESTAMP_TZ: return s.DuckDBTimestampTZType.create(e);
				case c.DuckDBTypeId.ANY: return s.DuckDBAnyType.create(e);
				case c.DuckDBTypeId.BIGNUM: return s.DuckDBBigNumType.create(e);
				case c.DuckDBTypeId.SQLNULL: return s.DuckDBSQLNullType.create(e);
				case c.DuckDBTypeId.STRING_LITERAL: return s.DuckDBStringLiteralType.create(e);
				case c.DuckDBTypeId.INTEGER_LITERAL: return s.DuckDBIntegerLiteralType.create(e);
				case c.DuckDBTypeId.TIME_NS: return s.DuckDBTimeNSType.create(e);
				case c.DuckDBTypeId.GEOMETRY: throw Error(`Expected override`);
				case c.DuckDBTypeId.VARIANT: return s.DuckDBVariantType.create(e);
				default: throw Error(`Unexpected type id: ${this.typeId}`);
			}
		}
	};
	e.DuckDBLogicalType = l;
	var u = class extends l {
		get width() {
			return o.default.decimal_width(this.logical_type);
		}
		get scale() {
			return o.default.decimal_scale(this.logical_type);
		}
		get internalTypeId() {
			return o.default.decimal_internal_type(this.logical_type);
		}
		asType() {
			return new s.DuckDBDecimalType(this.width, this.scale, this.alias);
		}
	};
	e.DuckDBDecimalLogicalType = u;
	var d = class extends l {
		get valueCount() {
			return o.default.enum_dictionary_size(this.logical_type);
		}
		value(e) {
			return o.default.enum_dictionary_value(this.logical_type, e);
		}
		values() {
			let e = [], t = this.valueCount;
			for (let n = 0; n < t; n++) e.push(this.value(n));
			return e;
		}
		get internalTypeId() {
			return o.default.enum_internal_type(this.logical_type);
		}
		asType() {
			return new s.DuckDBEnumType(this.values(), this.internalTypeId, this.alias);
		}
	};
	e.DuckDBEnumLogicalType = d;
	var f = class extends l {
		get valueType() {
			return l.create(o.default.list_type_child_type(this.logical_type));
		}
		asType() {
			return new s.DuckDBListType(this.valueType.asType(), this.alias);
		}
	};
	e.DuckDBListLogicalType = f;
	var p = class extends l {
		get entryCount() {
			return o.default.struct_type_child_count(this.logical_type);
		}
		entryName(e) {
			return o.default.struct_type_child_name(this.logical_type, e);
		}
		entryLogicalType(e) {
			return l.create(o.default.struct_type_child_type(this.logical_type, e));
		}
		entryType(e) {
			return this.entryLogicalType(e).asType();
		}
		entryNames() {
			let e = [], t = this.entryCount;
			for (let n = 0; n < t; n++) e.push(this.entryName(n));
			return e;
		}
		entryLogicalTypes() {
			let e = [], t = this.entryCount;
			for (let n = 0; n < t; n++) e.push(this.entryLogicalType(n));
			return e;
		}
		entryTypes() {
			let e = [], t = this.entryCount;
			for (let n = 0; n < t; n++) e.push(this.entryType(n));
			return e;
		}
		asType() {
			return new s.DuckDBStructType(this.entryNames(), this.entryTypes(), this.alias);
		}
	};
	e.DuckDBStructLogicalType = p;
	var m = class extends l {
		get keyType() {
			return l.create(o.default.map_type_key_type(this.logical_type));
		}
		get valueType() {
			return l.create(o.default.map_type_value_type(this.logical_type));
		}
		asType() {
			return new s.DuckDBMapType(this.keyType.asType(), this.valueType.asType(), this.alias);
		}
	};
	e.DuckDBMapLogicalType = m;
	var h = class extends l {
		get valueType() {
			return l.create(o.default.array_type_child_type(this.logical_type));
		}
		get length() {
			return o.default.array_type_array_size(this.logical_type);
		}
		asType() {
			return new s.DuckDBArrayType(this.valueType.asType(), this.length, this.alias);
		}
	};
	e.DuckDBArrayLogicalType = h;
	var g = class extends l {
		get memberCount() {
			return o.default.union_type_member_count(this.logical_type);
		}
		memberTag(e) {
			return o.default.union_type_member_name(this.logical_type, e);
		}
		memberLogicalType(e) {
			return l.create(o.default.union_type_member_type(this.logical_type, e));
		}
		memberType(e) {
			return this.memberLogicalType(e).asType();
		}
		memberTags() {
			let e = [], t = this.memberCount;
			for (let n = 0; n < t; n++) e.push(this.memberTag(n));
			return e;
		}
		memberLogicalTypes() {
			let e = [], t = this.memberCount;
			for (let n = 0; n < t; n++) e.push(this.memberLogicalType(n));
			return e;
		}
		memberTypes() {
			let e = [], t = this.memberCount;
			for (let n = 0; n < t; n++) e.push(this.memberType(n));
			return e;
		}
		asType() {
			return new s.DuckDBUnionType(this.memberTags(), this.memberTypes(), this.alias);
		}
	};
	e.DuckDBUnionLogicalType = g;
	var _ = class extends l {
		get crs() {
			return o.default.geometry_type_get_crs(this.logical_type) || void 0;
		}
		asType() {
			return s.DuckDBGeometryType.create(this.alias, this.crs);
		}
	};
	e.DuckDBGeometryLogicalType = _;
})), s = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.BaseDuckDBType = void 0;
	let s = i(n()), c = o(), l = a();
	e.BaseDuckDBType = class {
		typeId;
		alias;
		constructor(e, t) {
			this.typeId = e, this.alias = t;
		}
		toString() {
			return l.DuckDBTypeId[this.typeId];
		}
		toLogicalType() {
			let e = c.DuckDBLogicalType.create(s.default.create_logical_type(this.typeId));
			return this.alias && (e.alias = this.alias), e;
		}
		toJson() {
			return {
				typeId: this.typeId,
				...this.alias ? { alias: this.alias } : {}
			};
		}
	};
})), c = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.ANY = e.DuckDBAnyType = void 0;
	let t = s(), n = a();
	var r = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.ANY, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
	};
	e.DuckDBAnyType = r, e.ANY = r.instance;
})), l = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBArrayType = void 0, e.ARRAY = c;
	let t = s(), n = o(), r = a();
	var i = class extends t.BaseDuckDBType {
		valueType;
		length;
		constructor(e, t, n) {
			super(r.DuckDBTypeId.ARRAY, n), this.valueType = e, this.length = t;
		}
		toString() {
			return `${this.valueType}[${this.length}]`;
		}
		toLogicalType() {
			let e = n.DuckDBLogicalType.createArray(this.valueType.toLogicalType(), this.length);
			return this.alias && (e.alias = this.alias), e;
		}
		toJson() {
			return {
				typeId: this.typeId,
				valueType: this.valueType.toJson(),
				length: this.length,
				...this.alias ? { alias: this.alias } : {}
			};
		}
	};
	e.DuckDBArrayType = i;
	function c(e, t, n) {
		return new i(e, t, n);
	}
})), u = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.BIGINT = e.DuckDBBigIntType = void 0;
	let t = s(), n = a();
	var r = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.BIGINT, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
		static Max = 2n ** 63n - 1n;
		static Min = -(2n ** 63n);
		get max() {
			return e.Max;
		}
		get min() {
			return e.Min;
		}
	};
	e.DuckDBBigIntType = r, e.BIGINT = r.instance;
})), d = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.BIGNUM = e.DuckDBBigNumType = void 0;
	let t = s(), n = a();
	var r = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.BIGNUM, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
		static Max = 179769313486231570814527423731704356798070567525844996598917476803157260780028538760589558632766878171540458953514382464234321326889464182768467546703537516986049910576551282076245490090389328944075868508455133942304583236903222948165808559332123348274797826204144723168738177180919299881250404026184124858368n;
		static Min = -179769313486231570814527423731704356798070567525844996598917476803157260780028538760589558632766878171540458953514382464234321326889464182768467546703537516986049910576551282076245490090389328944075868508455133942304583236903222948165808559332123348274797826204144723168738177180919299881250404026184124858368n;
		get max() {
			return e.Max;
		}
		get min() {
			return e.Min;
		}
	};
	e.DuckDBBigNumType = r, e.BIGNUM = r.instance;
})), f = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.BIT = e.DuckDBBitType = void 0;
	let t = s(), n = a();
	var r = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.BIT, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
	};
	e.DuckDBBitType = r, e.BIT = r.instance;
})), p = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.BLOB = e.DuckDBBlobType = void 0;
	let t = s(), n = a();
	var r = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.BLOB, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
	};
	e.DuckDBBlobType = r, e.BLOB = r.instance;
})), m = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.BOOLEAN = e.DuckDBBooleanType = void 0;
	let t = s(), n = a();
	var r = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.BOOLEAN, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
	};
	e.DuckDBBooleanType = r, e.BOOLEAN = r.instance;
})), h = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.quotedString = t, e.quotedIdentifier = n;
	function t(e) {
		return `'${e.replaceAll(`'`, `''`)}'`;
	}
	function n(e) {
		return `"${e.replaceAll(`"`, `""`)}"`;
	}
})), g = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.displayStringForDuckDBValue = n;
	let t = h();
	function n(e) {
		return e == null ? `NULL` : typeof e == `string` ? (0, t.quotedString)(e) : e.toString();
	}
})), _ = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBArrayValue = void 0, e.arrayValue = r;
	let t = g();
	var n = class {
		items;
		constructor(e) {
			this.items = e;
		}
		toString() {
			return `[${this.items.map(t.displayStringForDuckDBValue).join(`, `)}]`;
		}
	};
	e.DuckDBArrayValue = n;
	function r(e) {
		return new n(e);
	}
})), v = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBBitValue = void 0, e.bitValue = n;
	var t = class e {
		data;
		constructor(e) {
			this.data = e;
		}
		padding() {
			return this.data[0];
		}
		get length() {
			return (this.data.length - 1) * 8 - this.padding();
		}
		getBool(e) {
			let t = e + this.padding(), n = Math.floor(t / 8) + 1;
			return !!(this.data[n] >> 7 - t % 8 & 1);
		}
		toBools() {
			let e = [], t = this.length;
			for (let n = 0; n < t; n++) e.push(this.getBool(n));
			return e;
		}
		getBit(e) {
			return +!!this.getBool(e);
		}
		toBits() {
			let e = [], t = this.length;
			for (let n = 0; n < t; n++) e.push(this.getBit(n));
			return e;
		}
		toString() {
			let e = this.length, t = Array.from({ length: e });
			for (let n = 0; n < e; n++) t[n] = this.getBool(n) ? `1` : `0`;
			return t.join(``);
		}
		static fromString(t, n = `1`) {
			return e.fromLengthAndPredicate(t.length, (e) => t[e] === n);
		}
		static fromBits(t, n = 1) {
			return e.fromLengthAndPredicate(t.length, (e) => t[e] === n);
		}
		static fromBools(t) {
			return e.fromLengthAndPredicate(t.length, (e) => t[e]);
		}
		static fromLengthAndPredicate(t, n) {
			let r = Math.ceil(t / 8) + 1, i = (8 - t % 8) % 8, a = new Uint8Array(r), o = 0;
			a[o++] = i;
			let s = 0, c = 0;
			for (; c < i;) s <<= 1, s |= 1, c++;
			let l = 0;
			for (; o < r;) {
				for (; c < 8;) s <<= 1, n(l++) && (s |= 1), c++;
				a[o++] = s, s = 0, c = 0;
			}
			return new e(a);
		}
	};
	e.DuckDBBitValue = t;
	function n(e) {
		if (typeof e == `string`) return t.fromString(e);
		if (e.length > 0) {
			if (typeof e[0] == `boolean`) return t.fromBools(e);
			if (typeof e[0] == `number`) return t.fromBits(e);
		}
		return t.fromLengthAndPredicate(0, (e) => !1);
	}
})), y = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.bytesFromString = n;
	let t = new TextEncoder();
	function n(e) {
		return t.encode(e);
	}
})), b = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.stringFromBlob = t, e.stringFromBlobStringConcat = n, e.stringFromBlobArrayJoin = r;
	function t(e) {
		return e.length <= 65536 ? n(e) : r(e);
	}
	function n(e) {
		let t = ``;
		for (let n of e) t += n <= 31 || n === 34 || n === 39 || n >= 127 ? `\\x${n.toString(16).toUpperCase().padStart(2, `0`)}` : String.fromCharCode(n);
		return t;
	}
	function r(e) {
		let t = [];
		for (let n of e) n <= 31 || n === 34 || n === 39 || n >= 127 ? t.push(`\\x${n.toString(16).toUpperCase().padStart(2, `0`)}`) : t.push(String.fromCharCode(n));
		return t.join(``);
	}
})), x = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBBlobValue = void 0, e.blobValue = i;
	let t = y(), n = b();
	var r = class e {
		bytes;
		constructor(e) {
			this.bytes = e;
		}
		toString() {
			return (0, n.stringFromBlob)(this.bytes);
		}
		static fromString(n) {
			return new e(Buffer.from((0, t.bytesFromString)(n)));
		}
	};
	e.DuckDBBlobValue = r;
	function i(e) {
		return typeof e == `string` ? r.fromString(e) : new r(e);
	}
})), S = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.getDuckDBDateStringFromYearMonthDay = c, e.getDuckDBDateStringFromDays = l, e.getTimezoneOffsetString = u, e.getAbsoluteOffsetStringFromParts = d, e.getOffsetStringFromAbsoluteSeconds = f, e.getOffsetStringFromSeconds = p, e.getDuckDBTimeStringFromParts = m, e.getDuckDBTimeStringFromPartsNS = h, e.getDuckDBTimeStringFromPositiveMicroseconds = g, e.getDuckDBTimeStringFromPositiveNanoseconds = _, e.getDuckDBTimeStringFromMicrosecondsInDay = v, e.getDuckDBTimeStringFromNanosecondsInDay = y, e.getDuckDBTimeStringFromMicroseconds = b, e.getDuckDBTimestampStringFromDaysAndMicroseconds = x, e.getDuckDBTimestampStringFromDaysAndNanoseconds = S, e.getDuckDBTimestampStringFromMicroseconds = C, e.getDuckDBTimestampStringFromSeconds = w, e.getDuckDBTimestampStringFromMilliseconds = T, e.getDuckDBTimestampStringFromNanoseconds = E, e.getDuckDBIntervalString = O;
	let t = 146097, n = 1000000n, r = 1000000000n, i = 60n, a = 60n, o = 86400000000n, s = 86400000000000n;
	function c(e, t, n) {
		return `${String(Math.abs(e)).padStart(4, `0`)}-${String(t).padStart(2, `0`)}-${String(n).padStart(2, `0`)}${e < 0 ? ` (BC)` : ``}`;
	}
	function l(e) {
		let n = Math.abs(e), r = e < 0 ? -1 : 1, i = r * Math.floor(n / t) * 400, a = n % t * r * 864e5, o = new Date(a), s = i + o.getUTCFullYear();
		s < 0 && s--;
		let l = o.getUTCMonth() + 1, u = o.getUTCDate();
		return c(s, l, u);
	}
	function u(e) {
		if (e === void 0) return;
		let t = e < 0, n = Math.abs(e), r = n % 60, i = Math.floor(n / 60), a = r === 0 ? `` : String(r).padStart(2, `0`), o = String(i).padStart(2, `0`);
		return `${t ? `-` : `+`}${o}${a ? `:${a}` : ``}`;
	}
	function d(e, t, n) {
		let r = String(e).padStart(2, `0`), i = t !== 0 || n !== 0 ? String(t).padStart(2, `0`) : ``, a = n === 0 ? `` : String(n).padStart(2, `0`), o = r;
		return i && (o += `:${i}`, a && (o += `:${a}`)), o;
	}
	function f(e) {
		let t = e % 60, n = Math.floor(e / 60), r = n % 60;
		return d(Math.floor(n / 60), r, t);
	}
	function p(e) {
		let t = e < 0, n = f(t ? -e : e);
		return `${t ? `-` : `+`}${n}`;
	}
	function m(e, t, n, r) {
		let i = String(e).padStart(2, `0`), a = String(t).padStart(2, `0`), o = String(n).padStart(2, `0`), s = String(r).padStart(6, `0`).replace(/0+$/, ``);
		return `${i}:${a}:${o}${s.length > 0 ? `.${s}` : ``}`;
	}
	function h(e, t, n, r) {
		let i = String(e).padStart(2, `0`), a = String(t).padStart(2, `0`), o = String(n).padStart(2, `0`), s = String(r).padStart(9, `0`).replace(/0+$/, ``);
		return `${i}:${a}:${o}${s.length > 0 ? `.${s}` : ``}`;
	}
	function g(e) {
		let t = e % n, r = e / n, o = r % i, s = r / i, c = s % a;
		return m(s / a, c, o, t);
	}
	function _(e) {
		let t = e % r, n = e / r, o = n % i, s = n / i, c = s % a;
		return h(s / a, c, o, t);
	}
	function v(e) {
		return g(e < 0 ? e + o : e);
	}
	function y(e) {
		return _(e < 0 ? e + s : e);
	}
	function b(e) {
		let t = e < 0, n = g(t ? -e : e);
		return t ? `-${n}` : n;
	}
	function x(e, t, n) {
		return `${l(Number(e))} ${v(t)}${n ?? ``}`;
	}
	function S(e, t) {
		return `${l(Number(e))} ${y(t)}`;
	}
	function C(e, t) {
		if (e === -9223372036854775807n) return `-infinity`;
		if (e === 9223372036854775807n) return `infinity`;
		let r = t === void 0 ? e : e + BigInt(t) * n * i, a = r / o, s = r % o;
		return s < 0 && (a--, s += o), x(a, s, u(t));
	}
	function w(e) {
		return C(e * n);
	}
	function T(e) {
		return C(e * 1000n);
	}
	function E(e) {
		let t = e / s, n = e % s;
		return n < 0 && (t--, n += s), S(t, n);
	}
	function D(e, t) {
		return `${e} ${t}${Math.abs(e) === 1 ? `` : `s`}`;
	}
	function O(e, t, n) {
		let r = [];
		if (e !== 0) {
			let t = e < 0 ? -1 : 1, n = Math.abs(e), i = Math.floor(n / 12), a = t * i, o = t * (n - i * 12);
			a !== 0 && r.push(D(a, `year`)), o !== 0 && r.push(D(o, `month`));
		}
		return t !== 0 && r.push(D(t, `day`)), n !== 0n && r.push(b(n)), r.length > 0 ? r.join(` `) : `00:00:00`;
	}
})), C = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBDateValue = void 0, e.dateValue = c;
	let a = i(n()), o = S();
	var s = class e {
		days;
		constructor(e) {
			this.days = e;
		}
		get isFinite() {
			return a.default.is_finite_date(this);
		}
		toString() {
			return (0, o.getDuckDBDateStringFromDays)(this.days);
		}
		toParts() {
			return a.default.from_date(this);
		}
		static fromParts(t) {
			return new e(a.default.to_date(t).days);
		}
		static Epoch = new e(0);
		static Max = new e(2 ** 31 - 2);
		static Min = new e(-(2 ** 31 - 2));
		static PosInf = new e(2 ** 31 - 1);
		static NegInf = new e(-(2 ** 31 - 1));
	};
	e.DuckDBDateValue = s;
	function c(e) {
		return typeof e == `number` ? new s(e) : s.fromParts(e);
	}
})), w = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.stringFromDecimal = o;
	function t(e) {
		return new Intl.NumberFormat(e, { useGrouping: !1 }).formatToParts(.1).find((e) => e.type === `decimal`)?.value ?? `.`;
	}
	let n = {};
	function r(e) {
		let r = JSON.stringify(e);
		if (r in n) return n[r];
		let i = t(e);
		return n[r] = i, i;
	}
	function i(e, t) {
		if (e) {
			let { minimumFractionDigits: n, maximumFractionDigits: r, ...i } = e.options ?? {};
			return t.toLocaleString(e?.locales, i);
		}
		return String(t);
	}
	function a(e, t, n) {
		let r = String(t).padStart(n, `0`);
		if (!e) return r;
		let i = e?.options?.minimumFractionDigits ?? 0, a = e?.options?.maximumFractionDigits ?? 20;
		return r.padEnd(i, `0`).slice(0, a);
	}
	function o(e, t, n) {
		if (t > 0) {
			let o = BigInt(10) ** BigInt(t), s = e < 0 ? -e : e, c = e < 0 ? `-` : ``, l = i(n, s / o), u = a(n, s % o, t);
			return `${c}${l}${n ? r(n.locales) : `.`}${u}`;
		}
		return n ? e.toLocaleString(n?.locales, n?.options) : String(e);
	}
})), T = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBDecimalValue = void 0, e.decimalValue = c;
	let a = i(n()), o = w();
	var s = class e {
		width;
		scale;
		value;
		constructor(e, t, n) {
			this.width = t, this.scale = n, this.value = e;
		}
		toString() {
			return (0, o.stringFromDecimal)(this.value, this.scale);
		}
		toDouble() {
			return a.default.decimal_to_double(this);
		}
		static fromDouble(t, n, r) {
			let i = a.default.double_to_decimal(t, n, r);
			return new e(i.value, i.width, i.scale);
		}
	};
	e.DuckDBDecimalValue = s;
	function c(e, t, n) {
		return typeof e == `number` ? s.fromDouble(e, t, n) : new s(e, t, n);
	}
})), E = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBGeometryValue = void 0, e.geometryValue = i;
	let t = y(), n = b();
	var r = class e {
		bytes;
		constructor(e) {
			this.bytes = e;
		}
		toString() {
			return (0, n.stringFromBlob)(this.bytes);
		}
		static fromString(n) {
			return new e(Buffer.from((0, t.bytesFromString)(n)));
		}
	};
	e.DuckDBGeometryValue = r;
	function i(e) {
		return typeof e == `string` ? r.fromString(e) : new r(e);
	}
})), D = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBIntervalValue = void 0, e.intervalValue = r;
	let t = S();
	var n = class {
		months;
		days;
		micros;
		constructor(e, t, n) {
			this.months = e, this.days = t, this.micros = n;
		}
		toString() {
			return (0, t.getDuckDBIntervalString)(this.months, this.days, this.micros);
		}
	};
	e.DuckDBIntervalValue = n;
	function r(e, t, r) {
		return new n(e, t, r);
	}
})), O = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBListValue = void 0, e.listValue = r;
	let t = g();
	var n = class {
		items;
		constructor(e) {
			this.items = e;
		}
		toString() {
			return `[${this.items.map(t.displayStringForDuckDBValue).join(`, `)}]`;
		}
	};
	e.DuckDBListValue = n;
	function r(e) {
		return new n(e);
	}
})), k = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBMapValue = void 0, e.mapValue = r;
	let t = g();
	var n = class {
		entries;
		constructor(e) {
			this.entries = e;
		}
		toString() {
			return `{${this.entries.map(({ key: e, value: n }) => `${(0, t.displayStringForDuckDBValue)(e)}: ${(0, t.displayStringForDuckDBValue)(n)}`).join(`, `)}}`;
		}
	};
	e.DuckDBMapValue = n;
	function r(e) {
		return new n(e);
	}
})), A = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBStructValue = void 0, e.structValue = r;
	let t = g();
	var n = class {
		entries;
		constructor(e) {
			this.entries = e;
		}
		toString() {
			let e = [];
			for (let n in this.entries) e.push(`${(0, t.displayStringForDuckDBValue)(n)}: ${(0, t.displayStringForDuckDBValue)(this.entries[n])}`);
			return `{${e.join(`, `)}}`;
		}
	};
	e.DuckDBStructValue = n;
	function r(e) {
		return new n(e);
	}
})), j = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBTimeNSValue = void 0, e.timeNSValue = r;
	let t = S();
	var n = class e {
		nanos;
		constructor(e) {
			this.nanos = e;
		}
		toString() {
			return (0, t.getDuckDBTimeStringFromNanosecondsInDay)(this.nanos);
		}
		static Max = new e(24n * 60n * 60n * 1000n * 1000n * 1000n);
		static Min = new e(0n);
	};
	e.DuckDBTimeNSValue = n;
	function r(e) {
		return new n(e);
	}
})), M = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBTimestampSecondsValue = void 0, e.timestampSecondsValue = c;
	let a = i(n()), o = S();
	var s = class e {
		seconds;
		constructor(e) {
			this.seconds = e;
		}
		get isFinite() {
			return a.default.is_finite_timestamp_s(this);
		}
		toString() {
			return (0, o.getDuckDBTimestampStringFromSeconds)(this.seconds);
		}
		static Epoch = new e(0n);
		static Max = new e(9223372036854n);
		static Min = new e(-9223372022400n);
		static PosInf = new e(2n ** 63n - 1n);
		static NegInf = new e(-(2n ** 63n - 1n));
	};
	e.DuckDBTimestampSecondsValue = s;
	function c(e) {
		return new s(e);
	}
})), N = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBTimestampMillisecondsValue = void 0, e.timestampMillisValue = l;
	let a = i(n()), o = S(), s = M();
	var c = class e {
		millis;
		constructor(e) {
			this.millis = e;
		}
		get isFinite() {
			return a.default.is_finite_timestamp_ms(this);
		}
		toString() {
			return (0, o.getDuckDBTimestampStringFromMilliseconds)(this.millis);
		}
		static Epoch = new e(0n);
		static Max = new e((2n ** 63n - 2n) / 1000n);
		static Min = new e(s.DuckDBTimestampSecondsValue.Min.seconds * 1000n);
		static PosInf = new e(2n ** 63n - 1n);
		static NegInf = new e(-(2n ** 63n - 1n));
	};
	e.DuckDBTimestampMillisecondsValue = c;
	function l(e) {
		return new c(e);
	}
})), ee = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBTimestampNanosecondsValue = void 0, e.timestampNanosValue = c;
	let a = i(n()), o = S();
	var s = class e {
		nanos;
		constructor(e) {
			this.nanos = e;
		}
		get isFinite() {
			return a.default.is_finite_timestamp_ns(this);
		}
		toString() {
			return (0, o.getDuckDBTimestampStringFromNanoseconds)(this.nanos);
		}
		static Epoch = new e(0n);
		static Max = new e(2n ** 63n - 2n);
		static Min = new e(-9223286400000000000n);
		static PosInf = new e(2n ** 63n - 1n);
		static NegInf = new e(-(2n ** 63n - 1n));
	};
	e.DuckDBTimestampNanosecondsValue = s;
	function c(e) {
		return new s(e);
	}
})), P = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBTimestampMicrosecondsValue = e.DuckDBTimestampValue = void 0, e.timestampValue = l;
	let a = i(n()), o = S(), s = N();
	var c = class e {
		micros;
		constructor(e) {
			this.micros = e;
		}
		get isFinite() {
			return a.default.is_finite_timestamp(this);
		}
		toString() {
			return (0, o.getDuckDBTimestampStringFromMicroseconds)(this.micros);
		}
		toParts() {
			return a.default.from_timestamp(this);
		}
		static fromParts(t) {
			return new e(a.default.to_timestamp(t).micros);
		}
		static Epoch = new e(0n);
		static Max = new e(2n ** 63n - 2n);
		static Min = new e(s.DuckDBTimestampMillisecondsValue.Min.millis * 1000n);
		static PosInf = new e(2n ** 63n - 1n);
		static NegInf = new e(-(2n ** 63n - 1n));
	};
	e.DuckDBTimestampValue = c, e.DuckDBTimestampMicrosecondsValue = c;
	function l(e) {
		return typeof e == `bigint` ? new c(e) : c.fromParts(e);
	}
})), F = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBTimestampTZValue = void 0, e.timestampTZValue = l;
	let a = i(n()), o = S(), s = P();
	var c = class e {
		static timezoneOffsetInMinutes = -new Date().getTimezoneOffset();
		micros;
		constructor(e) {
			this.micros = e;
		}
		get isFinite() {
			return a.default.is_finite_timestamp(this);
		}
		toString() {
			return (0, o.getDuckDBTimestampStringFromMicroseconds)(this.micros, e.timezoneOffsetInMinutes);
		}
		toParts() {
			return a.default.from_timestamp(this);
		}
		static fromParts(t) {
			return new e(a.default.to_timestamp(t).micros);
		}
		static Epoch = new e(0n);
		static Max = new e(s.DuckDBTimestampValue.Max.micros);
		static Min = new e(s.DuckDBTimestampValue.Min.micros);
		static PosInf = new e(s.DuckDBTimestampValue.PosInf.micros);
		static NegInf = new e(s.DuckDBTimestampValue.NegInf.micros);
	};
	e.DuckDBTimestampTZValue = c;
	function l(e) {
		return typeof e == `bigint` ? new c(e) : c.fromParts(e);
	}
})), I = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBTimeTZValue = void 0, e.timeTZValue = c;
	let a = i(n()), o = S();
	var s = class e {
		bits;
		micros;
		offset;
		constructor(e, t, n) {
			this.bits = e, this.micros = t, this.offset = n;
		}
		toString() {
			return `${(0, o.getDuckDBTimeStringFromMicrosecondsInDay)(this.micros)}${(0, o.getOffsetStringFromSeconds)(this.offset)}`;
		}
		toParts() {
			return a.default.from_time_tz(this);
		}
		static TimeBits = 40;
		static OffsetBits = 24;
		static MaxOffset = 57599;
		static MinOffset = -e.MaxOffset;
		static MaxMicros = 24n * 60n * 60n * 1000n * 1000n;
		static MinMicros = 0n;
		static fromBits(t) {
			let n = BigInt.asUintN(e.TimeBits, t >> BigInt(e.OffsetBits)), r = e.MaxOffset - Number(BigInt.asUintN(e.OffsetBits, t));
			return new e(t, n, r);
		}
		static fromMicrosAndOffset(t, n) {
			let r = BigInt.asUintN(e.TimeBits, t) << BigInt(e.OffsetBits) | BigInt.asUintN(e.OffsetBits, BigInt(e.MaxOffset - n));
			return new e(r, t, n);
		}
		static fromParts(t) {
			return e.fromMicrosAndOffset(a.default.to_time(t.time).micros, t.offset);
		}
		static Max = e.fromMicrosAndOffset(e.MaxMicros, e.MinOffset);
		static Min = e.fromMicrosAndOffset(e.MinMicros, e.MaxOffset);
	};
	e.DuckDBTimeTZValue = s;
	function c(e, t) {
		return s.fromMicrosAndOffset(e, t);
	}
})), te = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBTimeValue = void 0, e.timeValue = c;
	let a = i(n()), o = S();
	var s = class e {
		micros;
		constructor(e) {
			this.micros = e;
		}
		toString() {
			return (0, o.getDuckDBTimeStringFromMicrosecondsInDay)(this.micros);
		}
		toParts() {
			return a.default.from_time(this);
		}
		static fromParts(t) {
			return new e(a.default.to_time(t).micros);
		}
		static Max = new e(24n * 60n * 60n * 1000n * 1000n);
		static Min = new e(0n);
	};
	e.DuckDBTimeValue = s;
	function c(e) {
		return typeof e == `bigint` ? new s(e) : s.fromParts(e);
	}
})), L = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBUnionValue = void 0, e.unionValue = n;
	var t = class {
		tag;
		value;
		constructor(e, t) {
			this.tag = e, this.value = t;
		}
		toString() {
			return this.value == null ? `NULL` : this.value.toString();
		}
	};
	e.DuckDBUnionValue = t;
	function n(e, n) {
		return new t(e, n);
	}
})), ne = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBUUIDValue = void 0, e.uuidValue = n;
	var t = class e {
		hugeint;
		constructor(e) {
			this.hugeint = e;
		}
		toUint128() {
			return (this.hugeint ^ 170141183460469231731687303715884105728n) & 340282366920938463463374607431768211455n;
		}
		toString() {
			let e = (this.toUint128() | 340282366920938463463374607431768211456n).toString(16);
			return `${e.substring(1, 9)}-${e.substring(9, 13)}-${e.substring(13, 17)}-${e.substring(17, 21)}-${e.substring(21, 33)}`;
		}
		static fromUint128(t) {
			return new e(BigInt.asIntN(128, t ^ 170141183460469231731687303715884105728n));
		}
		static fromStoredHugeInt(t) {
			return new e(t);
		}
		static Max = new e(2n ** 127n - 1n);
		static Min = new e(-(2n ** 127n));
	};
	e.DuckDBUUIDValue = t;
	function n(e) {
		return t.fromUint128(e);
	}
})), R = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 });
})), re = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBVariantValue = void 0, e.variantValue = r;
	let t = g();
	var n = class {
		value;
		type;
		constructor(e, t) {
			this.value = e, this.type = t;
		}
		toString() {
			return (0, t.displayStringForDuckDBValue)(this.value);
		}
	};
	e.DuckDBVariantValue = n;
	function r(e, t) {
		return new n(e, t);
	}
})), z = t(((e, t, n) => {
	var r = n && n.__createBinding || (Object.create ? (function(e, t, n, r) {
		r === void 0 && (r = n);
		var i = Object.getOwnPropertyDescriptor(t, n);
		(!i || (`get` in i ? !t.__esModule : i.writable || i.configurable)) && (i = {
			enumerable: !0,
			get: function() {
				return t[n];
			}
		}), Object.defineProperty(e, r, i);
	}) : (function(e, t, n, r) {
		r === void 0 && (r = n), e[r] = t[n];
	})), i = n && n.__exportStar || function(e, t) {
		for (var n in e) n !== "default" && !Object.prototype.hasOwnProperty.call(t, n) && r(t, e, n);
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), i(_(), e), i(v(), e), i(x(), e), i(C(), e), i(T(), e), i(E(), e), i(D(), e), i(O(), e), i(k(), e), i(A(), e), i(j(), e), i(N(), e), i(ee(), e), i(M(), e), i(F(), e), i(P(), e), i(I(), e), i(te(), e), i(L(), e), i(ne(), e), i(R(), e), i(re(), e);
})), ie = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DATE = e.DuckDBDateType = void 0;
	let t = s(), n = a(), r = z();
	var i = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.DATE, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
		get epoch() {
			return r.DuckDBDateValue.Epoch;
		}
		get max() {
			return r.DuckDBDateValue.Max;
		}
		get min() {
			return r.DuckDBDateValue.Min;
		}
		get posInf() {
			return r.DuckDBDateValue.PosInf;
		}
		get negInf() {
			return r.DuckDBDateValue.NegInf;
		}
	};
	e.DuckDBDateType = i, e.DATE = i.instance;
})), ae = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBDecimalType = void 0, e.DECIMAL = c;
	let t = s(), n = o(), r = a();
	var i = class e extends t.BaseDuckDBType {
		width;
		scale;
		constructor(e, t, n) {
			super(r.DuckDBTypeId.DECIMAL, n), this.width = e, this.scale = t;
		}
		toString() {
			return `DECIMAL(${this.width},${this.scale})`;
		}
		toLogicalType() {
			let e = n.DuckDBLogicalType.createDecimal(this.width, this.scale);
			return this.alias && (e.alias = this.alias), e;
		}
		toJson() {
			return {
				typeId: this.typeId,
				width: this.width,
				scale: this.scale,
				...this.alias ? { alias: this.alias } : {}
			};
		}
		static default = new e(18, 3);
	};
	e.DuckDBDecimalType = i;
	function c(e, t, n) {
		return e === void 0 ? i.default : t === void 0 ? new i(e, 0) : new i(e, t, n);
	}
})), oe = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DOUBLE = e.DuckDBDoubleType = void 0;
	let t = s(), n = a();
	var r = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.DOUBLE, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
		static Max = Number.MAX_VALUE;
		static Min = -Number.MAX_VALUE;
		get max() {
			return e.Max;
		}
		get min() {
			return e.Min;
		}
	};
	e.DuckDBDoubleType = r, e.DOUBLE = r.instance;
})), B = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBEnumType = void 0, e.ENUM8 = l, e.ENUM16 = u, e.ENUM32 = d, e.ENUM = f;
	let t = s(), n = o(), r = a(), i = h();
	var c = class extends t.BaseDuckDBType {
		values;
		valueIndexes;
		internalTypeId;
		constructor(e, t, n) {
			super(r.DuckDBTypeId.ENUM, n), this.values = e;
			let i = Object.create(null);
			for (let t = 0; t < e.length; t++) i[e[t]] = t;
			this.valueIndexes = i, this.internalTypeId = t;
		}
		indexForValue(e) {
			let t = this.valueIndexes[e];
			if (t === void 0) throw Error(`${(0, i.quotedString)(e)} is not a member of ${this.toStringForError()}`);
			return t;
		}
		toStringForError() {
			return this.alias ? this.alias : this.values.length <= 8 ? this.toString() : `ENUM(${this.values.slice(0, 8).map(i.quotedString).join(`, `)}, and ${this.values.length - 8} more)`;
		}
		toString() {
			return `ENUM(${this.values.map(i.quotedString).join(`, `)})`;
		}
		toLogicalType() {
			let e = n.DuckDBLogicalType.createEnum(this.values);
			return this.alias && (e.alias = this.alias), e;
		}
		toJson() {
			return {
				typeId: this.typeId,
				values: [...this.values],
				internalTypeId: this.internalTypeId,
				...this.alias ? { alias: this.alias } : {}
			};
		}
	};
	e.DuckDBEnumType = c;
	function l(e, t) {
		return new c(e, r.DuckDBTypeId.UTINYINT, t);
	}
	function u(e, t) {
		return new c(e, r.DuckDBTypeId.USMALLINT, t);
	}
	function d(e, t) {
		return new c(e, r.DuckDBTypeId.UINTEGER, t);
	}
	function f(e, t) {
		if (e.length < 256) return l(e, t);
		if (e.length < 65536) return u(e, t);
		if (e.length < 4294967296) return d(e, t);
		throw Error(`ENUM types cannot have more than 4294967295 values; received ${e.length}`);
	}
})), V = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.FLOAT = e.DuckDBFloatType = void 0;
	let t = s(), n = a();
	var r = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.FLOAT, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
		static Max = 34028234663852886e22;
		static Min = -34028234663852886e22;
		get max() {
			return e.Max;
		}
		get min() {
			return e.Min;
		}
	};
	e.DuckDBFloatType = r, e.FLOAT = r.instance;
})), H = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.GEOMETRY = e.DuckDBGeometryType = void 0;
	let t = s(), n = a(), r = h();
	var i = class e extends t.BaseDuckDBType {
		crs;
		constructor(e, t) {
			super(n.DuckDBTypeId.GEOMETRY, e), this.crs = t;
		}
		toString() {
			return this.crs ? `GEOMETRY(${(0, r.quotedString)(this.crs)})` : `GEOMETRY`;
		}
		toJson() {
			return {
				typeId: this.typeId,
				...this.crs ? { crs: this.crs } : {},
				...this.alias ? { alias: this.alias } : {}
			};
		}
		static instance = new e();
		static create(t, n) {
			return t || n ? new e(t, n) : e.instance;
		}
	};
	e.DuckDBGeometryType = i, e.GEOMETRY = i.instance;
})), U = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.HUGEINT = e.DuckDBHugeIntType = void 0;
	let t = s(), n = a();
	var r = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.HUGEINT, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
		static Max = 2n ** 127n - 1n;
		static Min = -(2n ** 127n);
		get max() {
			return e.Max;
		}
		get min() {
			return e.Min;
		}
	};
	e.DuckDBHugeIntType = r, e.HUGEINT = r.instance;
})), W = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.INTEGER_LITERAL = e.DuckDBIntegerLiteralType = void 0;
	let t = s(), n = a();
	var r = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.INTEGER_LITERAL, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
	};
	e.DuckDBIntegerLiteralType = r, e.INTEGER_LITERAL = r.instance;
})), se = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.INTEGER = e.DuckDBIntegerType = void 0;
	let t = s(), n = a();
	var r = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.INTEGER, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
		static Max = 2 ** 31 - 1;
		static Min = -(2 ** 31);
		get max() {
			return e.Max;
		}
		get min() {
			return e.Min;
		}
	};
	e.DuckDBIntegerType = r, e.INTEGER = r.instance;
})), ce = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.INTERVAL = e.DuckDBIntervalType = void 0;
	let t = s(), n = a();
	var r = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.INTERVAL, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
	};
	e.DuckDBIntervalType = r, e.INTERVAL = r.instance;
})), le = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBListType = void 0, e.LIST = c;
	let t = s(), n = o(), r = a();
	var i = class extends t.BaseDuckDBType {
		valueType;
		constructor(e, t) {
			super(r.DuckDBTypeId.LIST, t), this.valueType = e;
		}
		toString() {
			return `${this.valueType}[]`;
		}
		toLogicalType() {
			let e = n.DuckDBLogicalType.createList(this.valueType.toLogicalType());
			return this.alias && (e.alias = this.alias), e;
		}
		toJson() {
			return {
				typeId: this.typeId,
				valueType: this.valueType.toJson(),
				...this.alias ? { alias: this.alias } : {}
			};
		}
	};
	e.DuckDBListType = i;
	function c(e, t) {
		return new i(e, t);
	}
})), ue = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBMapType = void 0, e.MAP = c;
	let t = s(), n = o(), r = a();
	var i = class extends t.BaseDuckDBType {
		keyType;
		valueType;
		constructor(e, t, n) {
			super(r.DuckDBTypeId.MAP, n), this.keyType = e, this.valueType = t;
		}
		toString() {
			return `MAP(${this.keyType}, ${this.valueType})`;
		}
		toLogicalType() {
			let e = n.DuckDBLogicalType.createMap(this.keyType.toLogicalType(), this.valueType.toLogicalType());
			return this.alias && (e.alias = this.alias), e;
		}
		toJson() {
			return {
				typeId: this.typeId,
				keyType: this.keyType.toJson(),
				valueType: this.valueType.toJson(),
				...this.alias ? { alias: this.alias } : {}
			};
		}
	};
	e.DuckDBMapType = i;
	function c(e, t, n) {
		return new i(e, t, n);
	}
})), de = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.SQLNULL = e.DuckDBSQLNullType = void 0;
	let t = s(), n = a();
	var r = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.SQLNULL, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
	};
	e.DuckDBSQLNullType = r, e.SQLNULL = r.instance;
})), fe = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.SMALLINT = e.DuckDBSmallIntType = void 0;
	let t = s(), n = a();
	var r = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.SMALLINT, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
		static Max = 2 ** 15 - 1;
		static Min = -(2 ** 15);
		get max() {
			return e.Max;
		}
		get min() {
			return e.Min;
		}
	};
	e.DuckDBSmallIntType = r, e.SMALLINT = r.instance;
})), pe = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.STRING_LITERAL = e.DuckDBStringLiteralType = void 0;
	let t = s(), n = a();
	var r = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.STRING_LITERAL, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
	};
	e.DuckDBStringLiteralType = r, e.STRING_LITERAL = r.instance;
})), me = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBStructType = void 0, e.STRUCT = l;
	let t = s(), n = o(), r = a(), i = h();
	var c = class extends t.BaseDuckDBType {
		entryNames;
		entryTypes;
		entryIndexes;
		constructor(e, t, n) {
			if (super(r.DuckDBTypeId.STRUCT, n), e.length !== t.length) throw Error(`Could not create DuckDBStructType: \
        entryNames length (${e.length}) does not match entryTypes length (${t.length})`);
			this.entryNames = e, this.entryTypes = t;
			let i = {};
			for (let t = 0; t < e.length; t++) i[e[t]] = t;
			this.entryIndexes = i;
		}
		get entryCount() {
			return this.entryNames.length;
		}
		indexForEntry(e) {
			return this.entryIndexes[e];
		}
		typeForEntry(e) {
			return this.entryTypes[this.entryIndexes[e]];
		}
		toString() {
			let e = [];
			for (let t = 0; t < this.entryNames.length; t++) e.push(`${(0, i.quotedIdentifier)(this.entryNames[t])} ${this.entryTypes[t]}`);
			return `STRUCT(${e.join(`, `)})`;
		}
		toLogicalType() {
			let e = n.DuckDBLogicalType.createStruct(this.entryNames, this.entryTypes.map((e) => e.toLogicalType()));
			return this.alias && (e.alias = this.alias), e;
		}
		toJson() {
			return {
				typeId: this.typeId,
				entryNames: [...this.entryNames],
				entryTypes: this.entryTypes.map((e) => e.toJson()),
				...this.alias ? { alias: this.alias } : {}
			};
		}
	};
	e.DuckDBStructType = c;
	function l(e, t) {
		return new c(Object.keys(e), Object.values(e), t);
	}
})), he = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.TIME_NS = e.DuckDBTimeNSType = void 0;
	let t = s(), n = a(), r = z();
	var i = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.TIME_NS, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
		get max() {
			return r.DuckDBTimeNSValue.Max;
		}
		get min() {
			return r.DuckDBTimeNSValue.Min;
		}
	};
	e.DuckDBTimeNSType = i, e.TIME_NS = i.instance;
})), ge = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.TIMETZ = e.DuckDBTimeTZType = void 0;
	let t = s(), n = a(), r = z();
	var i = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.TIME_TZ, e);
		}
		toString() {
			return `TIME WITH TIME ZONE`;
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
		get max() {
			return r.DuckDBTimeTZValue.Max;
		}
		get min() {
			return r.DuckDBTimeTZValue.Min;
		}
	};
	e.DuckDBTimeTZType = i, e.TIMETZ = i.instance;
})), _e = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.TIME = e.DuckDBTimeType = void 0;
	let t = s(), n = a(), r = z();
	var i = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.TIME, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
		get max() {
			return r.DuckDBTimeValue.Max;
		}
		get min() {
			return r.DuckDBTimeValue.Min;
		}
	};
	e.DuckDBTimeType = i, e.TIME = i.instance;
})), ve = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.TIMESTAMP_MS = e.DuckDBTimestampMillisecondsType = void 0;
	let t = s(), n = a(), r = z();
	var i = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.TIMESTAMP_MS, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
		get epoch() {
			return r.DuckDBTimestampMillisecondsValue.Epoch;
		}
		get max() {
			return r.DuckDBTimestampMillisecondsValue.Max;
		}
		get min() {
			return r.DuckDBTimestampMillisecondsValue.Min;
		}
		get posInf() {
			return r.DuckDBTimestampMillisecondsValue.PosInf;
		}
		get negInf() {
			return r.DuckDBTimestampMillisecondsValue.NegInf;
		}
	};
	e.DuckDBTimestampMillisecondsType = i, e.TIMESTAMP_MS = i.instance;
})), ye = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.TIMESTAMP_NS = e.DuckDBTimestampNanosecondsType = void 0;
	let t = s(), n = a(), r = z();
	var i = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.TIMESTAMP_NS, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
		get epoch() {
			return r.DuckDBTimestampNanosecondsValue.Epoch;
		}
		get max() {
			return r.DuckDBTimestampNanosecondsValue.Max;
		}
		get min() {
			return r.DuckDBTimestampNanosecondsValue.Min;
		}
		get posInf() {
			return r.DuckDBTimestampNanosecondsValue.PosInf;
		}
		get negInf() {
			return r.DuckDBTimestampNanosecondsValue.NegInf;
		}
	};
	e.DuckDBTimestampNanosecondsType = i, e.TIMESTAMP_NS = i.instance;
})), be = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.TIMESTAMP_S = e.DuckDBTimestampSecondsType = void 0;
	let t = s(), n = a(), r = z();
	var i = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.TIMESTAMP_S, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
		get epoch() {
			return r.DuckDBTimestampSecondsValue.Epoch;
		}
		get max() {
			return r.DuckDBTimestampSecondsValue.Max;
		}
		get min() {
			return r.DuckDBTimestampSecondsValue.Min;
		}
		get posInf() {
			return r.DuckDBTimestampSecondsValue.PosInf;
		}
		get negInf() {
			return r.DuckDBTimestampSecondsValue.NegInf;
		}
	};
	e.DuckDBTimestampSecondsType = i, e.TIMESTAMP_S = i.instance;
})), xe = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.TIMESTAMPTZ = e.DuckDBTimestampTZType = void 0;
	let t = s(), n = a(), r = z();
	var i = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.TIMESTAMP_TZ, e);
		}
		toString() {
			return `TIMESTAMP WITH TIME ZONE`;
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
		get epoch() {
			return r.DuckDBTimestampTZValue.Epoch;
		}
		get max() {
			return r.DuckDBTimestampTZValue.Max;
		}
		get min() {
			return r.DuckDBTimestampTZValue.Min;
		}
		get posInf() {
			return r.DuckDBTimestampTZValue.PosInf;
		}
		get negInf() {
			return r.DuckDBTimestampTZValue.NegInf;
		}
	};
	e.DuckDBTimestampTZType = i, e.TIMESTAMPTZ = i.instance;
})), Se = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBTimestampMicrosecondsType = e.TIMESTAMP = e.DuckDBTimestampType = void 0;
	let t = s(), n = a(), r = z();
	var i = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.TIMESTAMP, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
		get epoch() {
			return r.DuckDBTimestampValue.Epoch;
		}
		get max() {
			return r.DuckDBTimestampValue.Max;
		}
		get min() {
			return r.DuckDBTimestampValue.Min;
		}
		get posInf() {
			return r.DuckDBTimestampValue.PosInf;
		}
		get negInf() {
			return r.DuckDBTimestampValue.NegInf;
		}
	};
	e.DuckDBTimestampType = i, e.TIMESTAMP = i.instance, e.DuckDBTimestampMicrosecondsType = i;
})), Ce = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.TINYINT = e.DuckDBTinyIntType = void 0;
	let t = s(), n = a();
	var r = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.TINYINT, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
		static Max = 127;
		static Min = -128;
		get max() {
			return e.Max;
		}
		get min() {
			return e.Min;
		}
	};
	e.DuckDBTinyIntType = r, e.TINYINT = r.instance;
})), we = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 });
})), Te = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.UBIGINT = e.DuckDBUBigIntType = void 0;
	let t = s(), n = a();
	var r = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.UBIGINT, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
		static Max = 2n ** 64n - 1n;
		static Min = 0n;
		get max() {
			return e.Max;
		}
		get min() {
			return e.Min;
		}
	};
	e.DuckDBUBigIntType = r, e.UBIGINT = r.instance;
})), Ee = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.UHUGEINT = e.DuckDBUHugeIntType = void 0;
	let t = s(), n = a();
	var r = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.UHUGEINT, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
		static Max = 2n ** 128n - 1n;
		static Min = 0n;
		get max() {
			return e.Max;
		}
		get min() {
			return e.Min;
		}
	};
	e.DuckDBUHugeIntType = r, e.UHUGEINT = r.instance;
})), De = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.UINTEGER = e.DuckDBUIntegerType = void 0;
	let t = s(), n = a();
	var r = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.UINTEGER, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
		static Max = 2 ** 32 - 1;
		static Min = 0;
		get max() {
			return e.Max;
		}
		get min() {
			return e.Min;
		}
	};
	e.DuckDBUIntegerType = r, e.UINTEGER = r.instance;
})), Oe = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.USMALLINT = e.DuckDBUSmallIntType = void 0;
	let t = s(), n = a();
	var r = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.USMALLINT, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
		static Max = 2 ** 16 - 1;
		static Min = 0;
		get max() {
			return e.Max;
		}
		get min() {
			return e.Min;
		}
	};
	e.DuckDBUSmallIntType = r, e.USMALLINT = r.instance;
})), ke = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.UTINYINT = e.DuckDBUTinyIntType = void 0;
	let t = s(), n = a();
	var r = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.UTINYINT, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
		static Max = 255;
		static Min = 0;
		get max() {
			return e.Max;
		}
		get min() {
			return e.Min;
		}
	};
	e.DuckDBUTinyIntType = r, e.UTINYINT = r.instance;
})), Ae = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.UUID = e.DuckDBUUIDType = void 0;
	let t = s(), n = a(), r = z();
	var i = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.UUID, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
		get max() {
			return r.DuckDBUUIDValue.Max;
		}
		get min() {
			return r.DuckDBUUIDValue.Min;
		}
	};
	e.DuckDBUUIDType = i, e.UUID = i.instance;
})), je = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBUnionType = void 0, e.UNION = l;
	let t = s(), n = o(), r = a(), i = h();
	var c = class extends t.BaseDuckDBType {
		memberTags;
		tagMemberIndexes;
		memberTypes;
		constructor(e, t, n) {
			if (super(r.DuckDBTypeId.UNION, n), e.length !== t.length) throw Error(`Could not create DuckDBUnionType: \
        tags length (${e.length}) does not match valueTypes length (${t.length})`);
			this.memberTags = e;
			let i = {};
			for (let t = 0; t < e.length; t++) i[e[t]] = t;
			this.tagMemberIndexes = i, this.memberTypes = t;
		}
		memberIndexForTag(e) {
			return this.tagMemberIndexes[e];
		}
		memberTypeForTag(e) {
			return this.memberTypes[this.tagMemberIndexes[e]];
		}
		get memberCount() {
			return this.memberTags.length;
		}
		toString() {
			let e = [];
			for (let t = 0; t < this.memberTags.length; t++) e.push(`${(0, i.quotedIdentifier)(this.memberTags[t])} ${this.memberTypes[t]}`);
			return `UNION(${e.join(`, `)})`;
		}
		toLogicalType() {
			let e = n.DuckDBLogicalType.createUnion(this.memberTags, this.memberTypes.map((e) => e.toLogicalType()));
			return this.alias && (e.alias = this.alias), e;
		}
		toJson() {
			return {
				typeId: this.typeId,
				memberTags: [...this.memberTags],
				memberTypes: this.memberTypes.map((e) => e.toJson()),
				...this.alias ? { alias: this.alias } : {}
			};
		}
	};
	e.DuckDBUnionType = c;
	function l(e, t) {
		return new c(Object.keys(e), Object.values(e), t);
	}
})), Me = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.VARCHAR = e.DuckDBVarCharType = void 0;
	let t = s(), n = a();
	var r = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.VARCHAR, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
	};
	e.DuckDBVarCharType = r, e.VARCHAR = r.instance;
})), Ne = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.VARIANT = e.DuckDBVariantType = void 0;
	let t = s(), n = a();
	var r = class e extends t.BaseDuckDBType {
		constructor(e) {
			super(n.DuckDBTypeId.VARIANT, e);
		}
		static instance = new e();
		static create(t) {
			return t ? new e(t) : e.instance;
		}
	};
	e.DuckDBVariantType = r, e.VARIANT = r.instance;
})), Pe = t(((e, t, n) => {
	var r = n && n.__createBinding || (Object.create ? (function(e, t, n, r) {
		r === void 0 && (r = n);
		var i = Object.getOwnPropertyDescriptor(t, n);
		(!i || (`get` in i ? !t.__esModule : i.writable || i.configurable)) && (i = {
			enumerable: !0,
			get: function() {
				return t[n];
			}
		}), Object.defineProperty(e, r, i);
	}) : (function(e, t, n, r) {
		r === void 0 && (r = n), e[r] = t[n];
	})), i = n && n.__exportStar || function(e, t) {
		for (var n in e) n !== "default" && !Object.prototype.hasOwnProperty.call(t, n) && r(t, e, n);
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), i(s(), e), i(c(), e), i(l(), e), i(u(), e), i(d(), e), i(f(), e), i(p(), e), i(m(), e), i(ie(), e), i(ae(), e), i(oe(), e), i(B(), e), i(V(), e), i(H(), e), i(U(), e), i(W(), e), i(se(), e), i(ce(), e), i(le(), e), i(ue(), e), i(de(), e), i(fe(), e), i(pe(), e), i(me(), e), i(he(), e), i(ge(), e), i(_e(), e), i(ve(), e), i(ye(), e), i(be(), e), i(xe(), e), i(Se(), e), i(Ce(), e), i(we(), e), i(Te(), e), i(Ee(), e), i(De(), e), i(Oe(), e), i(ke(), e), i(Ae(), e), i(je(), e), i(Me(), e), i(Ne(), e);
})), G = t(((e, t, n) => {
	var r = n && n.__createBinding || (Object.create ? (function(e, t, n, r) {
		r === void 0 && (r = n);
		var i = Object.getOwnPropertyDescriptor(t, n);
		(!i || (`get` in i ? !t.__esModule : i.writable || i.configurable)) && (i = {
			enumerable: !0,
			get: function() {
				return t[n];
			}
		}), Object.defineProperty(e, r, i);
	}) : (function(e, t, n, r) {
		r === void 0 && (r = n), e[r] = t[n];
	})), i = n && n.__exportStar || function(e, t) {
		for (var n in e) n !== "default" && !Object.prototype.hasOwnProperty.call(t, n) && r(t, e, n);
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), i(Pe(), e);
})), K = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.typeForValue = r;
	let t = G(), n = z();
	function r(e) {
		if (e === null) return t.SQLNULL;
		switch (typeof e) {
			case `boolean`: return t.BOOLEAN;
			case `number`: return Number.isInteger(e) ? e >= -2147483648 && e <= 2147483647 ? t.INTEGER : t.BIGINT : t.DOUBLE;
			case `bigint`: return t.HUGEINT;
			case `string`: return t.VARCHAR;
			case `object`:
				if (e instanceof n.DuckDBArrayValue) return (0, t.ARRAY)(r(e.items[0]), e.items.length);
				if (e instanceof n.DuckDBBitValue) return t.BIT;
				if (e instanceof n.DuckDBBlobValue) return t.BLOB;
				if (e instanceof n.DuckDBDateValue) return t.DATE;
				if (e instanceof n.DuckDBDecimalValue) return (0, t.DECIMAL)(e.width, e.scale);
				if (e instanceof n.DuckDBIntervalValue) return t.INTERVAL;
				if (e instanceof n.DuckDBListValue) return (0, t.LIST)(r(e.items[0]));
				if (e instanceof n.DuckDBMapValue) return e.entries.length === 0 ? (0, t.MAP)(t.ANY, t.ANY) : (0, t.MAP)(r(e.entries[0].key), r(e.entries[0].value));
				if (e instanceof n.DuckDBStructValue) {
					let n = {};
					for (let t in e.entries) n[t] = r(e.entries[t]);
					return (0, t.STRUCT)(n);
				}
				if (e instanceof n.DuckDBTimestampMillisecondsValue) return t.TIMESTAMP_MS;
				if (e instanceof n.DuckDBTimestampNanosecondsValue) return t.TIMESTAMP_NS;
				if (e instanceof n.DuckDBTimestampSecondsValue) return t.TIMESTAMP_S;
				if (e instanceof n.DuckDBTimestampTZValue) return t.TIMESTAMPTZ;
				if (e instanceof n.DuckDBTimestampValue) return t.TIMESTAMP;
				if (e instanceof n.DuckDBTimeTZValue) return t.TIMETZ;
				if (e instanceof n.DuckDBTimeValue) return t.TIME;
				if (e instanceof n.DuckDBTimeNSValue) return t.TIME_NS;
				if (e instanceof n.DuckDBUnionValue) return (0, t.UNION)({ [e.tag]: r(e.value) });
				if (e instanceof n.DuckDBUUIDValue) return t.UUID;
				if (e instanceof n.DuckDBVariantValue) return t.VARIANT;
		}
		return t.ANY;
	}
})), Fe = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.createValue = u;
	let o = i(n()), s = a(), c = K(), l = z();
	function u(e, t) {
		if (t === null) return o.default.create_null_value();
		let { typeId: n } = e;
		switch (n) {
			case s.DuckDBTypeId.BOOLEAN:
				if (typeof t == `boolean`) return o.default.create_bool(t);
				throw Error(`input is not a boolean`);
			case s.DuckDBTypeId.TINYINT:
				if (typeof t == `number`) return o.default.create_int8(t);
				throw Error(`input is not a number`);
			case s.DuckDBTypeId.SMALLINT:
				if (typeof t == `number`) return o.default.create_int16(t);
				throw Error(`input is not a number`);
			case s.DuckDBTypeId.INTEGER:
				if (typeof t == `number`) return o.default.create_int32(t);
				throw Error(`input is not a number`);
			case s.DuckDBTypeId.BIGINT:
				if (typeof t == `bigint` || typeof t == `number`) return o.default.create_int64(BigInt(t));
				throw Error(`input is not a bigint`);
			case s.DuckDBTypeId.UTINYINT:
				if (typeof t == `number`) return o.default.create_uint8(t);
				throw Error(`input is not a number`);
			case s.DuckDBTypeId.USMALLINT:
				if (typeof t == `number`) return o.default.create_uint16(t);
				throw Error(`input is not a number`);
			case s.DuckDBTypeId.UINTEGER:
				if (typeof t == `number`) return o.default.create_uint32(t);
				throw Error(`input is not a number`);
			case s.DuckDBTypeId.UBIGINT:
				if (typeof t == `bigint` || typeof t == `number`) return o.default.create_uint64(BigInt(t));
				throw Error(`input is not a bigint`);
			case s.DuckDBTypeId.FLOAT:
				if (typeof t == `number`) return o.default.create_float(t);
				throw Error(`input is not a number`);
			case s.DuckDBTypeId.DOUBLE:
				if (typeof t == `number`) return o.default.create_double(t);
				throw Error(`input is not a number`);
			case s.DuckDBTypeId.TIMESTAMP:
				if (t instanceof l.DuckDBTimestampValue) return o.default.create_timestamp(t);
				throw Error(`input is not a DuckDBTimestampValue`);
			case s.DuckDBTypeId.DATE:
				if (t instanceof l.DuckDBDateValue) return o.default.create_date(t);
				throw Error(`input is not a DuckDBDateValue`);
			case s.DuckDBTypeId.TIME:
				if (t instanceof l.DuckDBTimeValue) return o.default.create_time(t);
				throw Error(`input is not a DuckDBTimeValue`);
			case s.DuckDBTypeId.INTERVAL:
				if (t instanceof l.DuckDBIntervalValue) return o.default.create_interval(t);
				throw Error(`input is not a DuckDBIntervalValue`);
			case s.DuckDBTypeId.HUGEINT:
				if (typeof t == `bigint`) return o.default.create_hugeint(t);
				throw Error(`input is not a bigint`);
			case s.DuckDBTypeId.UHUGEINT:
				if (typeof t == `bigint`) return o.default.create_uhugeint(t);
				throw Error(`input is not a bigint`);
			case s.DuckDBTypeId.VARCHAR:
				if (typeof t == `string`) return o.default.create_varchar(t);
				throw Error(`input is not a string`);
			case s.DuckDBTypeId.BLOB:
				if (t instanceof l.DuckDBBlobValue) return o.default.create_blob(t.bytes);
				throw Error(`input is not a DuckDBBlobValue`);
			case s.DuckDBTypeId.DECIMAL:
				if (t instanceof l.DuckDBDecimalValue) return o.default.create_decimal(t);
				throw Error(`input is not a DuckDBDecimalValue`);
			case s.DuckDBTypeId.TIMESTAMP_S:
				if (t instanceof l.DuckDBTimestampSecondsValue) return o.default.create_timestamp_s(t);
				throw Error(`input is not a DuckDBTimestampSecondsValue`);
			case s.DuckDBTypeId.TIMESTAMP_MS:
				if (t instanceof l.DuckDBTimestampMillisecondsValue) return o.default.create_timestamp_ms(t);
				throw Error(`input is not a DuckDBTimestampMillisecondsValue`);
			case s.DuckDBTypeId.TIMESTAMP_NS:
				if (t instanceof l.DuckDBTimestampNanosecondsValue) return o.default.create_timestamp_ns(t);
				throw Error(`input is not a DuckDBTimestampNanosecondsValue`);
			case s.DuckDBTypeId.ENUM:
				if (typeof t == `string`) return o.default.create_enum_value(e.toLogicalType().logical_type, e.indexForValue(t));
				throw Error(`input is not a string`);
			case s.DuckDBTypeId.LIST:
				if (t instanceof l.DuckDBListValue) {
					if (e.valueType.typeId === s.DuckDBTypeId.ANY) throw Error(`Cannot create lists with item type of ANY. Specify a specific type.`);
					return o.default.create_list_value(e.valueType.toLogicalType().logical_type, t.items.map((t) => u(e.valueType, t)));
				}
				throw Error(`input is not a DuckDBListValue`);
			case s.DuckDBTypeId.STRUCT:
				if (t instanceof l.DuckDBStructValue) {
					if (e.entryTypes.find((e) => e.typeId === s.DuckDBTypeId.ANY)) throw Error(`Cannot create structs with an entry type of ANY. Specify a specific type.`);
					return o.default.create_struct_value(e.toLogicalType().logical_type, e.entryNames.map((n, r) => {
						if (!(n in t.entries)) throw Error(`STRUCT entry '${n}' is missing from input`);
						return u(e.entryTypes[r], t.entries[n]);
					}));
				}
				throw Error(`input is not a DuckDBStructValue`);
			case s.DuckDBTypeId.MAP:
				if (t instanceof l.DuckDBMapValue) {
					if (e.keyType.typeId === s.DuckDBTypeId.ANY) throw Error(`Cannot create maps with key type of ANY. Specify a specific type.`);
					if (e.valueType.typeId === s.DuckDBTypeId.ANY) throw Error(`Cannot create maps with value type of ANY. Specify a specific type.`);
					return o.default.create_map_value(e.toLogicalType().logical_type, t.entries.map((t) => u(e.keyType, t.key)), t.entries.map((t) => u(e.valueType, t.value)));
				}
				throw Error(`input is not a DuckDBMapValue`);
			case s.DuckDBTypeId.ARRAY:
				if (t instanceof l.DuckDBArrayValue) {
					if (e.valueType.typeId === s.DuckDBTypeId.ANY) throw Error(`Cannot create arrays with item type of ANY. Specify a specific type.`);
					return o.default.create_array_value(e.valueType.toLogicalType().logical_type, t.items.map((t) => u(e.valueType, t)));
				}
				throw Error(`input is not a DuckDBArrayValue`);
			case s.DuckDBTypeId.UUID:
				if (t instanceof l.DuckDBUUIDValue) return o.default.create_uuid(t.toUint128());
				throw Error(`input is not a bigint`);
			case s.DuckDBTypeId.UNION:
				if (t instanceof l.DuckDBUnionValue) {
					let n = e.memberIndexForTag(t.tag), r = e.memberTypes[n];
					if (r.typeId === s.DuckDBTypeId.ANY) throw Error(`Cannot create union values with type of ANY.`);
					return o.default.create_union_value(e.toLogicalType().logical_type, n, u(r, t.value));
				}
				throw Error(`input is not a DuckDBUnionValue`);
			case s.DuckDBTypeId.BIT:
				if (t instanceof l.DuckDBBitValue) return o.default.create_bit(t.data);
				throw Error(`input is not a DuckDBBitValue`);
			case s.DuckDBTypeId.TIME_TZ:
				if (t instanceof l.DuckDBTimeTZValue) return o.default.create_time_tz_value(t);
				throw Error(`input is not a DuckDBTimeTZValue`);
			case s.DuckDBTypeId.TIMESTAMP_TZ:
				if (t instanceof l.DuckDBTimestampTZValue) return o.default.create_timestamp_tz(t);
				throw Error(`input is not a DuckDBTimestampTZValue`);
			case s.DuckDBTypeId.ANY: throw Error(`Cannot create values of type ANY. Specify a specific type.`);
			case s.DuckDBTypeId.BIGNUM:
				if (typeof t == `bigint`) return o.default.create_bignum(t);
				throw Error(`input is not a bigint`);
			case s.DuckDBTypeId.SQLNULL: return o.default.create_null_value();
			case s.DuckDBTypeId.STRING_LITERAL: throw Error(`Cannot create values of type STRING_LITERAL.`);
			case s.DuckDBTypeId.INTEGER_LITERAL: throw Error(`Cannot create values of type INTEGER_LITERAL.`);
			case s.DuckDBTypeId.TIME_NS:
				if (t instanceof l.DuckDBTimeNSValue) return o.default.create_time_ns(t);
				throw Error(`input is not a DuckDBTimeNSValue`);
			case s.DuckDBTypeId.GEOMETRY: throw t instanceof l.DuckDBGeometryValue ? Error(`Creating values of type GEOMETRY is not yet supported.`) : Error(`input is not a DuckDBGeometryValue`);
			case s.DuckDBTypeId.VARIANT: {
				let e = t instanceof l.DuckDBVariantValue ? t.value : t, n = t instanceof l.DuckDBVariantValue && t.type ? t.type : (0, c.typeForValue)(e);
				try {
					return u(n, e);
				} catch (e) {
					throw Error(`Failed to create VARIANT value (inner type ${n}): ${e.message}`);
				}
			}
			default: throw Error(`unrecognized type id ${n}`);
		}
	}
})), Ie = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBAppender = void 0;
	let a = i(n()), s = Fe(), c = o(), l = G(), u = K(), d = z();
	e.DuckDBAppender = class {
		connection;
		appender;
		constructor(e, t) {
			this.connection = e, this.appender = t;
		}
		closeSync() {
			a.default.appender_close_sync(this.appender);
		}
		flushSync() {
			a.default.appender_flush_sync(this.appender);
		}
		clear() {
			a.default.appender_clear(this.appender);
		}
		get columnCount() {
			return a.default.appender_column_count(this.appender);
		}
		columnType(e) {
			return c.DuckDBLogicalType.create(a.default.appender_column_type(this.appender, e)).asType();
		}
		endRow() {
			a.default.appender_end_row(this.appender);
		}
		appendDefault() {
			a.default.append_default(this.appender);
		}
		appendBoolean(e) {
			a.default.append_bool(this.appender, e);
		}
		appendTinyInt(e) {
			a.default.append_int8(this.appender, e);
		}
		appendSmallInt(e) {
			a.default.append_int16(this.appender, e);
		}
		appendInteger(e) {
			a.default.append_int32(this.appender, e);
		}
		appendBigInt(e) {
			a.default.append_int64(this.appender, e);
		}
		appendHugeInt(e) {
			a.default.append_hugeint(this.appender, e);
		}
		appendUTinyInt(e) {
			a.default.append_uint8(this.appender, e);
		}
		appendUSmallInt(e) {
			a.default.append_uint16(this.appender, e);
		}
		appendUInteger(e) {
			a.default.append_uint32(this.appender, e);
		}
		appendUBigInt(e) {
			a.default.append_uint64(this.appender, e);
		}
		appendUHugeInt(e) {
			a.default.append_uhugeint(this.appender, e);
		}
		appendDecimal(e) {
			this.appendValue(e, (0, l.DECIMAL)(e.width, e.scale));
		}
		appendFloat(e) {
			a.default.append_float(this.appender, e);
		}
		appendDouble(e) {
			a.default.append_double(this.appender, e);
		}
		appendDate(e) {
			a.default.append_date(this.appender, e);
		}
		appendTime(e) {
			a.default.append_time(this.appender, e);
		}
		appendTimeTZ(e) {
			this.appendValue(e, l.TIMETZ);
		}
		appendTimestamp(e) {
			a.default.append_timestamp(this.appender, e);
		}
		appendTimestampTZ(e) {
			this.appendValue(e, l.TIMESTAMPTZ);
		}
		appendTimestampSeconds(e) {
			this.appendValue(e, l.TIMESTAMP_S);
		}
		appendTimestampMilliseconds(e) {
			this.appendValue(e, l.TIMESTAMP_MS);
		}
		appendTimestampNanoseconds(e) {
			this.appendValue(e, l.TIMESTAMP_NS);
		}
		appendInterval(e) {
			a.default.append_interval(this.appender, e);
		}
		appendVarchar(e) {
			a.default.append_varchar(this.appender, e);
		}
		appendBlob(e) {
			a.default.append_blob(this.appender, e);
		}
		appendEnum(e, t) {
			this.appendValue(e, t);
		}
		appendList(e, t) {
			this.appendValue(e instanceof d.DuckDBListValue ? e : (0, d.listValue)(e), t);
		}
		appendStruct(e, t) {
			this.appendValue(e instanceof d.DuckDBStructValue ? e : (0, d.structValue)(e), t);
		}
		appendMap(e, t) {
			this.appendValue(e, t);
		}
		appendArray(e, t) {
			this.appendValue(e instanceof d.DuckDBArrayValue ? e : (0, d.arrayValue)(e), t);
		}
		appendUnion(e, t) {
			this.appendValue(e, t);
		}
		appendUUID(e) {
			this.appendValue(e, l.UUID);
		}
		appendBit(e) {
			this.appendValue(e, l.BIT);
		}
		appendBigNum(e) {
			this.appendValue(e, l.BIGNUM);
		}
		appendVariant(e) {
			e === null ? this.appendNull() : this.appendValue(e, l.VARIANT);
		}
		appendNull() {
			a.default.append_null(this.appender);
		}
		appendValue(e, t) {
			a.default.append_value(this.appender, (0, s.createValue)(t || (0, u.typeForValue)(e), e));
		}
		appendDataChunk(e) {
			a.default.append_data_chunk(this.appender, e.chunk);
		}
	};
})), q = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBClientContext = void 0;
	let a = i(n());
	e.DuckDBClientContext = class {
		client_context;
		constructor(e) {
			this.client_context = e;
		}
		get connectionId() {
			return a.default.client_context_get_connection_id(this.client_context);
		}
	};
})), Le = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.vectorRegistry = void 0, e.vectorRegistry = {};
})), J = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBVector = void 0;
	let a = i(n()), o = Le();
	e.DuckDBVector = class {
		static standardSize() {
			return a.default.vector_size();
		}
		static create(e, t, n) {
			if (!o.vectorRegistry.create) throw Error(`DuckDBVector factory has not been registered`);
			return o.vectorRegistry.create(e, t, n);
		}
		toArray() {
			let e = [];
			for (let t = 0; t < this.itemCount; t++) e.push(this.getItem(t));
			return e;
		}
	};
})), Y = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBValidity = void 0;
	let a = i(n());
	e.DuckDBValidity = class e {
		data;
		offset;
		itemCount;
		constructor(e, t, n) {
			this.data = e, this.offset = t, this.itemCount = n;
		}
		static fromVector(t, n) {
			let r = Math.ceil(n / 64), i = a.default.vector_get_validity(t, r * 8);
			if (!i) return new e(null, 0, n);
			let o = new BigUint64Array(i.buffer, i.byteOffset, r);
			return new e(o, 0, n);
		}
		itemValid(e) {
			if (!this.data) return !0;
			let t = this.offset + e;
			return (this.data[Math.floor(t / 64)] & BigInt(1) << BigInt(t % 64)) !== BigInt(0);
		}
		setItemValid(e, t) {
			if (!this.data && !t) {
				let e = Math.ceil(this.itemCount / 64), t = new ArrayBuffer(e * 8);
				this.data = new BigUint64Array(t, 0, e);
				for (let e = 0; e < this.data.length; e++) this.data[e] = 18446744073709551615n;
			}
			if (this.data) {
				let n = this.offset + e, r = Math.floor(n / 64), i = BigInt(1) << BigInt(n % 64);
				t ? (this.data[r] & i) === 0n && (this.data[r] |= i) : (this.data[r] & i) !== 0n && (this.data[r] &= ~i);
			}
		}
		flush(e) {
			this.data && (a.default.vector_ensure_validity_writable(e), a.default.copy_data_to_vector_validity(e, 0, this.data.buffer, this.data.byteOffset, this.data.byteLength));
		}
		slice(t, n) {
			return new e(this.data, this.offset + t, n);
		}
	};
})), Re = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBArrayVector = void 0;
	let a = i(n()), o = G(), s = z(), c = J(), l = Y();
	e.DuckDBArrayVector = class e extends c.DuckDBVector {
		arrayType;
		validity;
		vector;
		childData;
		_itemCount;
		constructor(e, t, n, r, i) {
			super(), this.arrayType = e, this.validity = t, this.vector = n, this.childData = r, this._itemCount = i;
		}
		static fromRawVector(t, n, r) {
			let i = l.DuckDBValidity.fromVector(n, r), o = a.default.array_vector_get_child(n), s = e.itemSize(t) * t.length, u = c.DuckDBVector.create(o, r * s, t.valueType);
			return new e(t, i, n, u, r);
		}
		static itemSize(t) {
			return t.valueType instanceof o.DuckDBArrayType ? e.itemSize(t.valueType) : 1;
		}
		get type() {
			return this.arrayType;
		}
		get itemCount() {
			return this._itemCount;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? new s.DuckDBArrayValue(this.childData.slice(e * this.arrayType.length, this.arrayType.length).toArray()) : null;
		}
		setItem(e, t) {
			if (t != null) {
				let n = e * this.arrayType.length;
				for (let e = 0; e < this.arrayType.length; e++) this.childData.setItem(n + e, t.items[e]);
				this.validity.setItemValid(e, !0);
			} else {
				let t = e * this.arrayType.length;
				for (let e = 0; e < this.arrayType.length; e++) this.childData.setItem(t + e, null);
				this.validity.setItemValid(e, !1);
			}
		}
		flush() {
			this.childData.flush(), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.arrayType, this.validity.slice(t, n), this.vector, this.childData.slice(t * this.arrayType.length, n * this.arrayType.length), n);
		}
	};
})), X = t(((t, r, i) => {
	var a = i && i.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(t, "__esModule", { value: !0 }), t.setBoolean = t.getBoolean = t.textDecoder = t.littleEndian = void 0, t.getUInt8 = l, t.getInt16 = u, t.getUInt16 = d, t.getInt32 = f, t.getUInt32 = p, t.getInt64 = m, t.getUInt64 = h, t.getInt128 = g, t.getUInt128 = _, t.getStringBytes = v, t.getString = y, t.getBuffer = b, t.getBigNumFromBytes = x, t.getBytesFromBigNum = S, t.getBoolean1 = C, t.getBoolean2 = w, t.getBoolean4 = T, t.getBoolean8 = E, t.makeGetBoolean = D, t.setUInt8 = I, t.setInt16 = te, t.setUInt16 = L, t.setInt32 = ne, t.setUInt32 = R, t.setInt64 = re, t.setUInt64 = ie, t.setInt128 = ae, t.setUInt128 = oe, t.setBoolean1 = B, t.setBoolean2 = V, t.setBoolean4 = H, t.setBoolean8 = U, t.makeSetBoolean = W, t.getDecimal16 = se, t.getDecimal32 = ce, t.getDecimal64 = le, t.getDecimal128 = ue, t.vectorData = de;
	let o = a(n()), s = a(e(`os`)), c = z();
	t.littleEndian = s.default.endianness() === `LE`;
	function l(e, t) {
		return e.getUint8(t);
	}
	function u(e, n) {
		return e.getInt16(n, t.littleEndian);
	}
	function d(e, n) {
		return e.getUint16(n, t.littleEndian);
	}
	function f(e, n) {
		return e.getInt32(n, t.littleEndian);
	}
	function p(e, n) {
		return e.getUint32(n, t.littleEndian);
	}
	function m(e, n) {
		return e.getBigInt64(n, t.littleEndian);
	}
	function h(e, n) {
		return e.getBigUint64(n, t.littleEndian);
	}
	function g(e, t) {
		let n = h(e, t);
		return (m(e, t + 8) << BigInt(64)) + n;
	}
	function _(e, t) {
		let n = h(e, t), r = h(e, t + 8);
		return BigInt.asUintN(64, r) << BigInt(64) | BigInt.asUintN(64, n);
	}
	function v(e, t) {
		let n = e.getUint32(t, !0);
		return n <= 12 ? new Uint8Array(e.buffer, e.byteOffset + t + 4, n) : o.default.get_data_from_pointer(e.buffer, e.byteOffset + t + 8, n);
	}
	t.textDecoder = new TextDecoder();
	function y(e, n) {
		let r = v(e, n);
		return t.textDecoder.decode(r);
	}
	function b(e, t) {
		let n = v(e, t);
		return Buffer.from(n);
	}
	function x(e) {
		let t = (e[0] & 128) > 0, n = t ? 0n : 18446744073709551615n, r = t ? 0 : 255, i = new DataView(e.buffer, e.byteOffset + 3, e.byteLength - 3), a = i.byteLength - 8, o = 0, s = 0n;
		for (; o <= a;) s = s << 64n | i.getBigUint64(o) ^ n, o += 8;
		for (; o < i.byteLength;) s = s << 8n | BigInt(i.getUint8(o) ^ r), o += 1;
		return t ? s : -s;
	}
	function S(e) {
		let t = [], n = e < 0;
		if (e === 0n) t.push(0);
		else {
			let n = e < 0 ? -e : e;
			for (; n !== 0n;) t.push(Number(BigInt.asUintN(8, n))), n >>= 8n;
		}
		let r = new Uint8Array(3 + t.length), i = 8388608 | t.length;
		n && (i = ~i), r[0] = 255 & i >> 16, r[1] = 255 & i >> 8, r[2] = 255 & i;
		for (let e = 0; e < t.length; e++) {
			let i = t[t.length - 1 - e];
			r[3 + e] = n ? ~i : i;
		}
		return r;
	}
	function C(e, t) {
		return l(e, t) !== 0;
	}
	function w(e, t) {
		return d(e, t) !== 0;
	}
	function T(e, t) {
		return p(e, t) !== 0;
	}
	function E(e, t) {
		return h(e, t) !== BigInt(0);
	}
	function D() {
		switch (o.default.sizeof_bool) {
			case 1: return C;
			case 2: return w;
			case 4: return T;
			case 8: return E;
			default: throw Error(`Unsupported boolean size: ${o.default.sizeof_bool}`);
		}
	}
	t.getBoolean = D();
	function O(e) {
		if (!Number.isInteger(e)) throw Error(`number is not an integer`);
		if (e < 0 || e > 255) throw Error(`number out of uint8 range`);
		return e;
	}
	function k(e) {
		if (!Number.isInteger(e)) throw Error(`number is not an integer`);
		if (e < -32768 || e > 32767) throw Error(`number out of int16 range`);
		return e;
	}
	function A(e) {
		if (!Number.isInteger(e)) throw Error(`number is not an integer`);
		if (e < 0 || e > 65535) throw Error(`number out of uint16 range`);
		return e;
	}
	function j(e) {
		if (!Number.isInteger(e)) throw Error(`number is not an integer`);
		if (e < -2147483648 || e > 2147483647) throw Error(`number out of int32 range`);
		return e;
	}
	function M(e) {
		if (!Number.isInteger(e)) throw Error(`number is not an integer`);
		if (e < 0 || e > 4294967295) throw Error(`number out of uint32 range`);
		return e;
	}
	function N(e) {
		if (BigInt.asIntN(64, e) !== e) throw Error(`bigint out of int64 range`);
		return e;
	}
	function ee(e) {
		if (BigInt.asUintN(64, e) !== e) throw Error(`bigint out of uint64 range`);
		return e;
	}
	function P(e) {
		if (BigInt.asIntN(128, e) !== e) throw Error(`bigint out of int128 range`);
		return e;
	}
	function F(e) {
		if (BigInt.asUintN(128, e) !== e) throw Error(`bigint out of uint128 range`);
		return e;
	}
	function I(e, t, n) {
		e.setUint8(t, O(n));
	}
	function te(e, n, r) {
		e.setInt16(n, k(r), t.littleEndian);
	}
	function L(e, n, r) {
		e.setUint16(n, A(r), t.littleEndian);
	}
	function ne(e, n, r) {
		e.setInt32(n, j(r), t.littleEndian);
	}
	function R(e, n, r) {
		e.setUint32(n, M(r), t.littleEndian);
	}
	function re(e, n, r) {
		e.setBigInt64(n, N(r), t.littleEndian);
	}
	function ie(e, n, r) {
		e.setBigUint64(n, ee(r), t.littleEndian);
	}
	function ae(e, n, r) {
		P(r);
		let i = BigInt.asUintN(64, r), a = BigInt.asIntN(64, r >> BigInt(64));
		e.setBigUint64(n, i, t.littleEndian), e.setBigInt64(n + 8, a, t.littleEndian);
	}
	function oe(e, n, r) {
		F(r);
		let i = BigInt.asUintN(64, r), a = BigInt.asUintN(64, r >> BigInt(64));
		e.setBigUint64(n, i, t.littleEndian), e.setBigUint64(n + 8, a, t.littleEndian);
	}
	function B(e, t, n) {
		I(e, t, +!!n);
	}
	function V(e, t, n) {
		L(e, t, +!!n);
	}
	function H(e, t, n) {
		R(e, t, +!!n);
	}
	function U(e, t, n) {
		ie(e, t, BigInt(+!!n));
	}
	function W() {
		switch (o.default.sizeof_bool) {
			case 1: return B;
			case 2: return V;
			case 4: return H;
			case 8: return U;
			default: throw Error(`Unsupported boolean size: ${o.default.sizeof_bool}`);
		}
	}
	t.setBoolean = W();
	function se(e, t, n) {
		let r = u(e, t);
		return new c.DuckDBDecimalValue(BigInt(r), n.width, n.scale);
	}
	function ce(e, t, n) {
		let r = f(e, t);
		return new c.DuckDBDecimalValue(BigInt(r), n.width, n.scale);
	}
	function le(e, t, n) {
		let r = m(e, t);
		return new c.DuckDBDecimalValue(r, n.width, n.scale);
	}
	function ue(e, t, n) {
		let r = g(e, t);
		return new c.DuckDBDecimalValue(r, n.width, n.scale);
	}
	function de(e, t) {
		return o.default.vector_get_data(e, t);
	}
})), ze = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBBigIntVector = void 0;
	let a = i(n()), o = G(), s = J(), c = Y(), l = X();
	e.DuckDBBigIntVector = class e extends s.DuckDBVector {
		items;
		validity;
		vector;
		constructor(e, t, n) {
			super(), this.items = e, this.validity = t, this.vector = n;
		}
		static fromRawVector(t, n) {
			let r = (0, l.vectorData)(t, n * BigInt64Array.BYTES_PER_ELEMENT), i = new BigInt64Array(r.buffer, r.byteOffset, n), a = c.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t);
		}
		get type() {
			return o.DuckDBBigIntType.instance;
		}
		get itemCount() {
			return this.items.length;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? this.items[e] : null;
		}
		setItem(e, t) {
			if (t != null) {
				if (BigInt.asIntN(64, t) !== t) throw Error(`bigint out of int64 range`);
				this.items[e] = t, this.validity.setItemValid(e, !0);
			} else this.validity.setItemValid(e, !1);
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.items.buffer, this.items.byteOffset, this.items.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.items.slice(t, t + n), this.validity.slice(t, n), this.vector);
		}
	};
})), Be = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBBigNumVector = void 0;
	let a = i(n()), o = G(), s = J(), c = Y(), l = X();
	e.DuckDBBigNumVector = class e extends s.DuckDBVector {
		dataView;
		validity;
		vector;
		itemOffset;
		_itemCount;
		itemCache;
		itemCacheDirty;
		constructor(e, t, n, r, i) {
			super(), this.dataView = e, this.validity = t, this.vector = n, this.itemOffset = r, this._itemCount = i, this.itemCache = [], this.itemCacheDirty = [];
		}
		static fromRawVector(t, n) {
			let r = (0, l.vectorData)(t, n * 16), i = new DataView(r.buffer, r.byteOffset, r.byteLength), a = c.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t, 0, n);
		}
		get type() {
			return o.DuckDBBigNumType.instance;
		}
		get itemCount() {
			return this._itemCount;
		}
		getItem(e) {
			if (!this.validity.itemValid(e)) return null;
			let t = (0, l.getStringBytes)(this.dataView, e * 16);
			return t ? (0, l.getBigNumFromBytes)(t) : null;
		}
		setItem(e, t) {
			this.itemCache[e] = t, this.validity.setItemValid(e, t != null), this.itemCacheDirty[e] = !0;
		}
		flush() {
			for (let e = 0; e < this._itemCount; e++) if (this.itemCacheDirty[e]) {
				let t = this.itemCache[e];
				t != null && a.default.vector_assign_string_element_len(this.vector, this.itemOffset + e, (0, l.getBytesFromBigNum)(t)), this.itemCacheDirty[e] = !1;
			}
			this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(new DataView(this.dataView.buffer, this.dataView.byteOffset + t * 16, n * 16), this.validity.slice(t, n), this.vector, t, n);
		}
	};
})), Ve = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBBitVector = void 0;
	let a = i(n()), o = G(), s = z(), c = J(), l = Y(), u = X();
	e.DuckDBBitVector = class e extends c.DuckDBVector {
		dataView;
		validity;
		vector;
		itemOffset;
		_itemCount;
		itemCache;
		itemCacheDirty;
		constructor(e, t, n, r, i) {
			super(), this.dataView = e, this.validity = t, this.vector = n, this.itemOffset = r, this._itemCount = i, this.itemCache = [], this.itemCacheDirty = [];
		}
		static fromRawVector(t, n) {
			let r = (0, u.vectorData)(t, n * 16), i = new DataView(r.buffer, r.byteOffset, r.byteLength), a = l.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t, 0, n);
		}
		get type() {
			return o.DuckDBBitType.instance;
		}
		get itemCount() {
			return this._itemCount;
		}
		getItem(e) {
			if (!this.validity.itemValid(e)) return null;
			let t = (0, u.getBuffer)(this.dataView, e * 16);
			return t ? new s.DuckDBBitValue(t) : null;
		}
		setItem(e, t) {
			this.itemCache[e] = t, this.validity.setItemValid(e, t != null), this.itemCacheDirty[e] = !0;
		}
		flush() {
			for (let e = 0; e < this._itemCount; e++) if (this.itemCacheDirty[e]) {
				let t = this.itemCache[e];
				t != null && a.default.vector_assign_string_element_len(this.vector, this.itemOffset + e, t.data), this.itemCacheDirty[e] = !1;
			}
			this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(new DataView(this.dataView.buffer, this.dataView.byteOffset + t * 16, n * 16), this.validity.slice(t, n), this.vector, t, n);
		}
	};
})), He = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBBlobVector = void 0;
	let a = i(n()), o = G(), s = z(), c = J(), l = Y(), u = X();
	e.DuckDBBlobVector = class e extends c.DuckDBVector {
		dataView;
		validity;
		vector;
		itemOffset;
		_itemCount;
		itemCache;
		itemCacheDirty;
		constructor(e, t, n, r, i) {
			super(), this.dataView = e, this.validity = t, this.vector = n, this.itemOffset = r, this._itemCount = i, this.itemCache = [], this.itemCacheDirty = [];
		}
		static fromRawVector(t, n) {
			let r = (0, u.vectorData)(t, n * 16), i = new DataView(r.buffer, r.byteOffset, r.byteLength), a = l.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t, 0, n);
		}
		get type() {
			return o.DuckDBBlobType.instance;
		}
		get itemCount() {
			return this._itemCount;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? new s.DuckDBBlobValue((0, u.getBuffer)(this.dataView, e * 16)) : null;
		}
		getItemBytes(e) {
			return this.validity.itemValid(e) ? (0, u.getStringBytes)(this.dataView, e * 16) : null;
		}
		setItem(e, t) {
			this.itemCache[e] = t, this.validity.setItemValid(e, t != null), this.itemCacheDirty[e] = !0;
		}
		flush() {
			for (let e = 0; e < this._itemCount; e++) if (this.itemCacheDirty[e]) {
				let t = this.itemCache[e];
				t != null && a.default.vector_assign_string_element_len(this.vector, this.itemOffset + e, t.bytes), this.itemCacheDirty[e] = !1;
			}
			this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(new DataView(this.dataView.buffer, this.dataView.byteOffset + t * 16, n * 16), this.validity.slice(t, n), this.vector, t, n);
		}
	};
})), Ue = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBBooleanVector = void 0;
	let a = i(n()), o = G(), s = J(), c = Y(), l = X();
	e.DuckDBBooleanVector = class e extends s.DuckDBVector {
		dataView;
		validity;
		vector;
		_itemCount;
		constructor(e, t, n, r) {
			super(), this.dataView = e, this.validity = t, this.vector = n, this._itemCount = r;
		}
		static fromRawVector(t, n) {
			let r = (0, l.vectorData)(t, n * a.default.sizeof_bool), i = new DataView(r.buffer, r.byteOffset, r.byteLength), o = c.DuckDBValidity.fromVector(t, n);
			return new e(i, o, t, n);
		}
		get type() {
			return o.DuckDBBooleanType.instance;
		}
		get itemCount() {
			return this._itemCount;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? (0, l.getBoolean)(this.dataView, e * a.default.sizeof_bool) : null;
		}
		setItem(e, t) {
			t == null ? this.validity.setItemValid(e, !1) : ((0, l.setBoolean)(this.dataView, e * a.default.sizeof_bool, t), this.validity.setItemValid(e, !0));
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.dataView.buffer, this.dataView.byteOffset, this.dataView.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(new DataView(this.dataView.buffer, this.dataView.byteOffset + t * a.default.sizeof_bool, n * a.default.sizeof_bool), this.validity.slice(t, n), this.vector, n);
		}
	};
})), We = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBDateVector = void 0;
	let a = i(n()), o = G(), s = z(), c = J(), l = Y(), u = X();
	e.DuckDBDateVector = class e extends c.DuckDBVector {
		items;
		validity;
		vector;
		constructor(e, t, n) {
			super(), this.items = e, this.validity = t, this.vector = n;
		}
		static fromRawVector(t, n) {
			let r = (0, u.vectorData)(t, n * Int32Array.BYTES_PER_ELEMENT), i = new Int32Array(r.buffer, r.byteOffset, n), a = l.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t);
		}
		get type() {
			return o.DuckDBDateType.instance;
		}
		get itemCount() {
			return this.items.length;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? new s.DuckDBDateValue(this.items[e]) : null;
		}
		setItem(e, t) {
			if (t != null) {
				if (!Number.isInteger(t.days)) throw Error(`number is not an integer`);
				if (t.days < -2147483648 || t.days > 2147483647) throw Error(`number out of int32 range`);
				this.items[e] = t.days, this.validity.setItemValid(e, !0);
			} else this.validity.setItemValid(e, !1);
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.items.buffer, this.items.byteOffset, this.items.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.items.slice(t, t + n), this.validity.slice(t, n), this.vector);
		}
	};
})), Ge = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBDecimal128Vector = void 0;
	let a = i(n()), o = J(), s = Y(), c = X();
	e.DuckDBDecimal128Vector = class e extends o.DuckDBVector {
		decimalType;
		dataView;
		validity;
		vector;
		_itemCount;
		constructor(e, t, n, r, i) {
			super(), this.decimalType = e, this.dataView = t, this.validity = n, this.vector = r, this._itemCount = i;
		}
		static fromRawVector(t, n, r) {
			let i = (0, c.vectorData)(n, r * 16), a = new DataView(i.buffer, i.byteOffset, i.byteLength), o = s.DuckDBValidity.fromVector(n, r);
			return new e(t, a, o, n, r);
		}
		get type() {
			return this.decimalType;
		}
		get itemCount() {
			return this._itemCount;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? (0, c.getDecimal128)(this.dataView, e * 16, this.decimalType) : null;
		}
		getScaledValue(e) {
			return this.validity.itemValid(e) ? (0, c.getInt128)(this.dataView, e * 16) : null;
		}
		setItem(e, t) {
			t == null ? this.validity.setItemValid(e, !1) : ((0, c.setInt128)(this.dataView, e * 16, t.value), this.validity.setItemValid(e, !0));
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.dataView.buffer, this.dataView.byteOffset, this.dataView.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.decimalType, new DataView(this.dataView.buffer, this.dataView.byteOffset + t * 16, n * 16), this.validity.slice(t, n), this.vector, n);
		}
	};
})), Ke = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBDecimal16Vector = void 0;
	let a = i(n()), o = J(), s = Y(), c = X();
	e.DuckDBDecimal16Vector = class e extends o.DuckDBVector {
		decimalType;
		dataView;
		validity;
		vector;
		_itemCount;
		constructor(e, t, n, r, i) {
			super(), this.decimalType = e, this.dataView = t, this.validity = n, this.vector = r, this._itemCount = i;
		}
		static fromRawVector(t, n, r) {
			let i = (0, c.vectorData)(n, r * 2), a = new DataView(i.buffer, i.byteOffset, i.byteLength), o = s.DuckDBValidity.fromVector(n, r);
			return new e(t, a, o, n, r);
		}
		get type() {
			return this.decimalType;
		}
		get itemCount() {
			return this._itemCount;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? (0, c.getDecimal16)(this.dataView, e * 2, this.decimalType) : null;
		}
		getScaledValue(e) {
			return this.validity.itemValid(e) ? (0, c.getInt16)(this.dataView, e * 2) : null;
		}
		setItem(e, t) {
			t == null ? this.validity.setItemValid(e, !1) : ((0, c.setInt16)(this.dataView, e * 2, Number(t.value)), this.validity.setItemValid(e, !0));
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.dataView.buffer, this.dataView.byteOffset, this.dataView.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.decimalType, new DataView(this.dataView.buffer, this.dataView.byteOffset + t * 2, n * 2), this.validity.slice(t, n), this.vector, n);
		}
	};
})), qe = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBDecimal32Vector = void 0;
	let a = i(n()), o = J(), s = Y(), c = X();
	e.DuckDBDecimal32Vector = class e extends o.DuckDBVector {
		decimalType;
		dataView;
		validity;
		vector;
		_itemCount;
		constructor(e, t, n, r, i) {
			super(), this.decimalType = e, this.dataView = t, this.validity = n, this.vector = r, this._itemCount = i;
		}
		static fromRawVector(t, n, r) {
			let i = (0, c.vectorData)(n, r * 4), a = new DataView(i.buffer, i.byteOffset, i.byteLength), o = s.DuckDBValidity.fromVector(n, r);
			return new e(t, a, o, n, r);
		}
		get type() {
			return this.decimalType;
		}
		get itemCount() {
			return this._itemCount;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? (0, c.getDecimal32)(this.dataView, e * 4, this.decimalType) : null;
		}
		getScaledValue(e) {
			return this.validity.itemValid(e) ? (0, c.getInt32)(this.dataView, e * 4) : null;
		}
		setItem(e, t) {
			t == null ? this.validity.setItemValid(e, !1) : ((0, c.setInt32)(this.dataView, e * 4, Number(t.value)), this.validity.setItemValid(e, !0));
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.dataView.buffer, this.dataView.byteOffset, this.dataView.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.decimalType, new DataView(this.dataView.buffer, this.dataView.byteOffset + t * 4, n * 4), this.validity.slice(t, n), this.vector, n);
		}
	};
})), Je = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBDecimal64Vector = void 0;
	let a = i(n()), o = J(), s = Y(), c = X();
	e.DuckDBDecimal64Vector = class e extends o.DuckDBVector {
		decimalType;
		dataView;
		validity;
		vector;
		_itemCount;
		constructor(e, t, n, r, i) {
			super(), this.decimalType = e, this.dataView = t, this.validity = n, this.vector = r, this._itemCount = i;
		}
		static fromRawVector(t, n, r) {
			let i = (0, c.vectorData)(n, r * 8), a = new DataView(i.buffer, i.byteOffset, i.byteLength), o = s.DuckDBValidity.fromVector(n, r);
			return new e(t, a, o, n, r);
		}
		get type() {
			return this.decimalType;
		}
		get itemCount() {
			return this._itemCount;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? (0, c.getDecimal64)(this.dataView, e * 8, this.decimalType) : null;
		}
		getScaledValue(e) {
			return this.validity.itemValid(e) ? (0, c.getInt64)(this.dataView, e * 8) : null;
		}
		setItem(e, t) {
			t == null ? this.validity.setItemValid(e, !1) : ((0, c.setInt64)(this.dataView, e * 8, t.value), this.validity.setItemValid(e, !0));
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.dataView.buffer, this.dataView.byteOffset, this.dataView.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.decimalType, new DataView(this.dataView.buffer, this.dataView.byteOffset + t * 8, n * 8), this.validity.slice(t, n), this.vector, n);
		}
	};
})), Ye = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBDoubleVector = void 0;
	let a = i(n()), o = G(), s = J(), c = Y(), l = X();
	e.DuckDBDoubleVector = class e extends s.DuckDBVector {
		items;
		validity;
		vector;
		constructor(e, t, n) {
			super(), this.items = e, this.validity = t, this.vector = n;
		}
		static fromRawVector(t, n) {
			let r = (0, l.vectorData)(t, n * Float64Array.BYTES_PER_ELEMENT), i = new Float64Array(r.buffer, r.byteOffset, n), a = c.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t);
		}
		get type() {
			return o.DuckDBDoubleType.instance;
		}
		get itemCount() {
			return this.items.length;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? this.items[e] : null;
		}
		setItem(e, t) {
			t == null ? this.validity.setItemValid(e, !1) : (this.items[e] = t, this.validity.setItemValid(e, !0));
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.items.buffer, this.items.byteOffset, this.items.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.items.slice(t, t + n), this.validity.slice(t, n), this.vector);
		}
	};
})), Xe = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBEnum16Vector = void 0;
	let a = i(n()), o = J(), s = Y(), c = X();
	e.DuckDBEnum16Vector = class e extends o.DuckDBVector {
		enumType;
		items;
		validity;
		vector;
		constructor(e, t, n, r) {
			super(), this.enumType = e, this.items = t, this.validity = n, this.vector = r;
		}
		static fromRawVector(t, n, r) {
			let i = (0, c.vectorData)(n, r * 2), a = new Uint16Array(i.buffer, i.byteOffset, r), o = s.DuckDBValidity.fromVector(n, r);
			return new e(t, a, o, n);
		}
		get type() {
			return this.enumType;
		}
		get itemCount() {
			return this.items.length;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? this.enumType.values[this.items[e]] : null;
		}
		setItem(e, t) {
			t == null ? this.validity.setItemValid(e, !1) : (this.items[e] = this.enumType.indexForValue(t), this.validity.setItemValid(e, !0));
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.items.buffer, this.items.byteOffset, this.items.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.enumType, this.items.slice(t, t + n), this.validity.slice(t, n), this.vector);
		}
	};
})), Ze = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBEnum32Vector = void 0;
	let a = i(n()), o = J(), s = Y(), c = X();
	e.DuckDBEnum32Vector = class e extends o.DuckDBVector {
		enumType;
		items;
		validity;
		vector;
		constructor(e, t, n, r) {
			super(), this.enumType = e, this.items = t, this.validity = n, this.vector = r;
		}
		static fromRawVector(t, n, r) {
			let i = (0, c.vectorData)(n, r * 4), a = new Uint32Array(i.buffer, i.byteOffset, r), o = s.DuckDBValidity.fromVector(n, r);
			return new e(t, a, o, n);
		}
		get type() {
			return this.enumType;
		}
		get itemCount() {
			return this.items.length;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? this.enumType.values[this.items[e]] : null;
		}
		setItem(e, t) {
			t == null ? this.validity.setItemValid(e, !1) : (this.items[e] = this.enumType.indexForValue(t), this.validity.setItemValid(e, !0));
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.items.buffer, this.items.byteOffset, this.items.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.enumType, this.items.slice(t, t + n), this.validity.slice(t, n), this.vector);
		}
	};
})), Qe = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBEnum8Vector = void 0;
	let a = i(n()), o = J(), s = Y(), c = X();
	e.DuckDBEnum8Vector = class e extends o.DuckDBVector {
		enumType;
		items;
		validity;
		vector;
		constructor(e, t, n, r) {
			super(), this.enumType = e, this.items = t, this.validity = n, this.vector = r;
		}
		static fromRawVector(t, n, r) {
			let i = (0, c.vectorData)(n, r), a = new Uint8Array(i.buffer, i.byteOffset, r), o = s.DuckDBValidity.fromVector(n, r);
			return new e(t, a, o, n);
		}
		get type() {
			return this.enumType;
		}
		get itemCount() {
			return this.items.length;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? this.enumType.values[this.items[e]] : null;
		}
		setItem(e, t) {
			t == null ? this.validity.setItemValid(e, !1) : (this.items[e] = this.enumType.indexForValue(t), this.validity.setItemValid(e, !0));
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.items.buffer, this.items.byteOffset, this.items.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.enumType, this.items.slice(t, t + n), this.validity.slice(t, n), this.vector);
		}
	};
})), $e = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBFloatVector = void 0;
	let a = i(n()), o = G(), s = J(), c = Y(), l = X();
	e.DuckDBFloatVector = class e extends s.DuckDBVector {
		items;
		validity;
		vector;
		constructor(e, t, n) {
			super(), this.items = e, this.validity = t, this.vector = n;
		}
		static fromRawVector(t, n) {
			let r = (0, l.vectorData)(t, n * Float32Array.BYTES_PER_ELEMENT), i = new Float32Array(r.buffer, r.byteOffset, n), a = c.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t);
		}
		get type() {
			return o.DuckDBFloatType.instance;
		}
		get itemCount() {
			return this.items.length;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? this.items[e] : null;
		}
		setItem(e, t) {
			t == null ? this.validity.setItemValid(e, !1) : (this.items[e] = t, this.validity.setItemValid(e, !0));
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.items.buffer, this.items.byteOffset, this.items.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.items.slice(t, t + n), this.validity.slice(t, n), this.vector);
		}
	};
})), et = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBGeometryVector = void 0;
	let a = i(n()), o = G(), s = z(), c = J(), l = Y(), u = X();
	e.DuckDBGeometryVector = class e extends c.DuckDBVector {
		dataView;
		validity;
		vector;
		itemOffset;
		_itemCount;
		itemCache;
		itemCacheDirty;
		constructor(e, t, n, r, i) {
			super(), this.dataView = e, this.validity = t, this.vector = n, this.itemOffset = r, this._itemCount = i, this.itemCache = [], this.itemCacheDirty = [];
		}
		static fromRawVector(t, n) {
			let r = (0, u.vectorData)(t, n * 16), i = new DataView(r.buffer, r.byteOffset, r.byteLength), a = l.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t, 0, n);
		}
		get type() {
			return o.DuckDBGeometryType.instance;
		}
		get itemCount() {
			return this._itemCount;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? new s.DuckDBGeometryValue((0, u.getBuffer)(this.dataView, e * 16)) : null;
		}
		setItem(e, t) {
			this.itemCache[e] = t, this.validity.setItemValid(e, t != null), this.itemCacheDirty[e] = !0;
		}
		flush() {
			for (let e = 0; e < this._itemCount; e++) if (this.itemCacheDirty[e]) {
				let t = this.itemCache[e];
				t != null && a.default.vector_assign_string_element_len(this.vector, this.itemOffset + e, t.bytes), this.itemCacheDirty[e] = !1;
			}
			this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(new DataView(this.dataView.buffer, this.dataView.byteOffset + t * 16, n * 16), this.validity.slice(t, n), this.vector, t, n);
		}
	};
})), tt = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBHugeIntVector = void 0;
	let a = i(n()), o = G(), s = J(), c = Y(), l = X();
	e.DuckDBHugeIntVector = class e extends s.DuckDBVector {
		dataView;
		validity;
		vector;
		_itemCount;
		constructor(e, t, n, r) {
			super(), this.dataView = e, this.validity = t, this.vector = n, this._itemCount = r;
		}
		static fromRawVector(t, n) {
			let r = (0, l.vectorData)(t, n * 16), i = new DataView(r.buffer, r.byteOffset, r.byteLength), a = c.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t, n);
		}
		get type() {
			return o.DuckDBHugeIntType.instance;
		}
		get itemCount() {
			return this._itemCount;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? (0, l.getInt128)(this.dataView, e * 16) : null;
		}
		getDouble(e) {
			return this.validity.itemValid(e) ? a.default.hugeint_to_double((0, l.getInt128)(this.dataView, e * 16)) : null;
		}
		setItem(e, t) {
			t == null ? this.validity.setItemValid(e, !1) : ((0, l.setInt128)(this.dataView, e * 16, t), this.validity.setItemValid(e, !0));
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.dataView.buffer, this.dataView.byteOffset, this.dataView.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(new DataView(this.dataView.buffer, this.dataView.byteOffset + t * 16, n * 16), this.validity.slice(t, n), this.vector, n);
		}
	};
})), nt = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBIntegerVector = void 0;
	let a = i(n()), o = G(), s = J(), c = Y(), l = X();
	e.DuckDBIntegerVector = class e extends s.DuckDBVector {
		items;
		validity;
		vector;
		constructor(e, t, n) {
			super(), this.items = e, this.validity = t, this.vector = n;
		}
		static fromRawVector(t, n) {
			let r = (0, l.vectorData)(t, n * Int32Array.BYTES_PER_ELEMENT), i = new Int32Array(r.buffer, r.byteOffset, n), a = c.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t);
		}
		get type() {
			return o.DuckDBIntegerType.instance;
		}
		get itemCount() {
			return this.items.length;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? this.items[e] : null;
		}
		setItem(e, t) {
			if (t != null) {
				if (!Number.isInteger(t)) throw Error(`number is not an integer`);
				if (t < -2147483648 || t > 2147483647) throw Error(`number out of int32 range`);
				this.items[e] = t, this.validity.setItemValid(e, !0);
			} else this.validity.setItemValid(e, !1);
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.items.buffer, this.items.byteOffset, this.items.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.items.slice(t, t + n), this.validity.slice(t, n), this.vector);
		}
	};
})), rt = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBIntervalVector = void 0;
	let a = i(n()), o = G(), s = z(), c = J(), l = Y(), u = X();
	e.DuckDBIntervalVector = class e extends c.DuckDBVector {
		dataView;
		validity;
		vector;
		_itemCount;
		constructor(e, t, n, r) {
			super(), this.dataView = e, this.validity = t, this.vector = n, this._itemCount = r;
		}
		static fromRawVector(t, n) {
			let r = (0, u.vectorData)(t, n * 16), i = new DataView(r.buffer, r.byteOffset, r.byteLength), a = l.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t, n);
		}
		get type() {
			return o.DuckDBIntervalType.instance;
		}
		get itemCount() {
			return this._itemCount;
		}
		getItem(e) {
			if (!this.validity.itemValid(e)) return null;
			let t = e * 16, n = (0, u.getInt32)(this.dataView, t), r = (0, u.getInt32)(this.dataView, t + 4), i = (0, u.getInt64)(this.dataView, t + 8);
			return new s.DuckDBIntervalValue(n, r, i);
		}
		setItem(e, t) {
			if (t != null) {
				let n = e * 16;
				(0, u.setInt32)(this.dataView, n, t.months), (0, u.setInt32)(this.dataView, n + 4, t.days), (0, u.setInt64)(this.dataView, n + 8, t.micros), this.validity.setItemValid(e, !0);
			} else this.validity.setItemValid(e, !1);
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.dataView.buffer, this.dataView.byteOffset, this.dataView.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(new DataView(this.dataView.buffer, this.dataView.byteOffset + t * 16, n * 16), this.validity.slice(t, n), this.vector, n);
		}
	};
})), it = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBListVector = void 0;
	let a = i(n()), o = z(), s = J(), c = Y(), l = X();
	e.DuckDBListVector = class e extends s.DuckDBVector {
		parentList;
		listType;
		entryData;
		validity;
		vector;
		childData;
		itemOffset;
		_itemCount;
		itemCache;
		constructor(e, t, n, r, i, a, o, s) {
			super(), this.parentList = e, this.listType = t, this.entryData = n, this.validity = r, this.vector = i, this.childData = a, this.itemOffset = o, this._itemCount = s, this.itemCache = [];
		}
		static fromRawVector(t, n, r) {
			let i = (0, l.vectorData)(n, r * BigUint64Array.BYTES_PER_ELEMENT * 2), o = new BigUint64Array(i.buffer, i.byteOffset, r * 2), u = c.DuckDBValidity.fromVector(n, r), d = a.default.list_vector_get_child(n), f = a.default.list_vector_get_size(n), p = s.DuckDBVector.create(d, f, t.valueType);
			return new e(null, t, o, u, n, p, 0, r);
		}
		get type() {
			return this.listType;
		}
		get itemCount() {
			return this._itemCount;
		}
		getItemVector(e) {
			if (!this.validity.itemValid(e)) return null;
			let t = e * 2, n = Number(this.entryData[t]), r = Number(this.entryData[t + 1]);
			return this.childData.slice(n, r);
		}
		getEntryOffset(e) {
			return Number(this.entryData[e * 2]);
		}
		getEntryLength(e) {
			return Number(this.entryData[e * 2 + 1]);
		}
		get childVector() {
			return this.childData;
		}
		getItem(e) {
			let t = this.itemCache[e];
			if (t !== void 0) return t;
			let n = this.getItemVector(e);
			if (!n) return null;
			let r = new o.DuckDBListValue(n.toArray());
			return this.itemCache[e] = r, r;
		}
		setItem(e, t) {
			this.itemCache[e] = t, this.parentList ? this.parentList.setItem(this.itemOffset + e, t) : this.validity.setItemValid(e, t != null);
		}
		flush() {
			if (this.parentList) {
				this.parentList.flush();
				for (let e = 0; e < this.itemCount; e++) this.itemCache[e] = void 0;
			} else {
				let e = 0;
				for (let t = 0; t < this._itemCount; t++) {
					let n = t * 2;
					this.entryData[n] = BigInt(e);
					let r = this.getItem(t);
					r ? (this.entryData[n + 1] = BigInt(r.items.length), e += r.items.length) : this.entryData[n + 1] = 0n;
				}
				a.default.list_vector_reserve(this.vector, e), a.default.list_vector_set_size(this.vector, e);
				let t = a.default.list_vector_get_child(this.vector), n = a.default.list_vector_get_size(this.vector);
				this.childData = s.DuckDBVector.create(t, n, this.listType.valueType);
				let r = 0;
				for (let e = 0; e < this._itemCount; e++) {
					let t = this.getItem(e);
					if (t) for (let e = 0; e < t.items.length; e++) this.childData.setItem(r++, t.items[e]);
				}
				this.childData.flush(), a.default.copy_data_to_vector(this.vector, 0, this.entryData.buffer, this.entryData.byteOffset, this.entryData.byteLength), this.validity.flush(this.vector);
			}
		}
		slice(t, n) {
			let r = t * 2;
			return new e(this, this.listType, this.entryData.slice(r, r + n * 2), this.validity.slice(t, n), this.vector, this.childData, t, n);
		}
	};
})), Z = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBStructVector = void 0;
	let a = i(n()), o = z(), s = J(), c = Y();
	e.DuckDBStructVector = class e extends s.DuckDBVector {
		structType;
		_itemCount;
		entryVectors;
		validity;
		vector;
		constructor(e, t, n, r, i) {
			super(), this.structType = e, this._itemCount = t, this.entryVectors = n, this.validity = r, this.vector = i;
		}
		static fromRawVector(t, n, r) {
			let i = t.entryCount, o = [];
			for (let e = 0; e < i; e++) {
				let i = a.default.struct_vector_get_child(n, e);
				o.push(s.DuckDBVector.create(i, r, t.entryTypes[e]));
			}
			let l = c.DuckDBValidity.fromVector(n, r);
			return new e(t, r, o, l, n);
		}
		get type() {
			return this.structType;
		}
		get itemCount() {
			return this._itemCount;
		}
		getItem(e) {
			if (!this.validity.itemValid(e)) return null;
			let t = {}, n = this.structType.entryCount;
			for (let r = 0; r < n; r++) t[this.structType.entryNames[r]] = this.entryVectors[r].getItem(e);
			return new o.DuckDBStructValue(t);
		}
		getItemValue(e, t) {
			return this.validity.itemValid(e) ? this.entryVectors[t].getItem(e) : null;
		}
		entryVectorAt(e) {
			return this.entryVectors[e];
		}
		isItemValid(e) {
			return this.validity.itemValid(e);
		}
		setItem(e, t) {
			if (t != null) {
				let n = this.structType.entryCount;
				for (let r = 0; r < n; r++) this.entryVectors[r].setItem(e, t.entries[this.structType.entryNames[r]]);
				this.validity.setItemValid(e, !0);
			} else {
				let t = this.structType.entryCount;
				for (let n = 0; n < t; n++) this.entryVectors[n].setItem(e, null);
				this.validity.setItemValid(e, !1);
			}
		}
		setItemValue(e, t, n) {
			return this.entryVectors[t].setItem(e, n);
		}
		flush() {
			for (let e of this.entryVectors) e.flush();
			this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.structType, n, this.entryVectors.map((e) => e.slice(t, n)), this.validity.slice(t, n), this.vector);
		}
	};
})), at = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBMapVector = void 0;
	let t = G(), n = z(), r = J(), i = it(), a = Z();
	e.DuckDBMapVector = class e extends r.DuckDBVector {
		mapType;
		listVector;
		constructor(e, t) {
			super(), this.mapType = e, this.listVector = t;
		}
		static fromRawVector(n, r, a) {
			let o = new t.DuckDBListType(new t.DuckDBStructType([`key`, `value`], [n.keyType, n.valueType]));
			return new e(n, i.DuckDBListVector.fromRawVector(o, r, a));
		}
		get type() {
			return this.mapType;
		}
		get itemCount() {
			return this.listVector.itemCount;
		}
		getItem(e) {
			let t = this.listVector.getItemVector(e);
			if (!t) return null;
			if (!(t instanceof a.DuckDBStructVector)) throw Error(`item in map list vector is not a struct`);
			let r = [], i = t.itemCount;
			for (let e = 0; e < i; e++) {
				let n = t.getItemValue(e, 0), i = t.getItemValue(e, 1);
				r.push({
					key: n,
					value: i
				});
			}
			return new n.DuckDBMapValue(r);
		}
		setItem(e, t) {
			t == null ? this.listVector.setItem(e, null) : this.listVector.setItem(e, (0, n.listValue)(t.entries.map((e) => (0, n.structValue)({
				key: e.key,
				value: e.value
			}))));
		}
		flush() {
			this.listVector.flush();
		}
		slice(t, n) {
			return new e(this.mapType, this.listVector.slice(t, n));
		}
	};
})), ot = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBSmallIntVector = void 0;
	let a = i(n()), o = G(), s = J(), c = Y(), l = X();
	e.DuckDBSmallIntVector = class e extends s.DuckDBVector {
		items;
		validity;
		vector;
		constructor(e, t, n) {
			super(), this.items = e, this.validity = t, this.vector = n;
		}
		static fromRawVector(t, n) {
			let r = (0, l.vectorData)(t, n * Int16Array.BYTES_PER_ELEMENT), i = new Int16Array(r.buffer, r.byteOffset, n), a = c.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t);
		}
		get type() {
			return o.DuckDBSmallIntType.instance;
		}
		get itemCount() {
			return this.items.length;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? this.items[e] : null;
		}
		setItem(e, t) {
			if (t != null) {
				if (!Number.isInteger(t)) throw Error(`number is not an integer`);
				if (t < -32768 || t > 32767) throw Error(`number out of int16 range`);
				this.items[e] = t, this.validity.setItemValid(e, !0);
			} else this.validity.setItemValid(e, !1);
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.items.buffer, this.items.byteOffset, this.items.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.items.slice(t, t + n), this.validity.slice(t, n), this.vector);
		}
	};
})), st = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBTimeNSVector = void 0;
	let a = i(n()), o = G(), s = z(), c = J(), l = Y(), u = X();
	e.DuckDBTimeNSVector = class e extends c.DuckDBVector {
		items;
		validity;
		vector;
		constructor(e, t, n) {
			super(), this.items = e, this.validity = t, this.vector = n;
		}
		static fromRawVector(t, n) {
			let r = (0, u.vectorData)(t, n * BigInt64Array.BYTES_PER_ELEMENT), i = new BigInt64Array(r.buffer, r.byteOffset, n), a = l.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t);
		}
		get type() {
			return o.DuckDBTimeNSType.instance;
		}
		get itemCount() {
			return this.items.length;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? new s.DuckDBTimeNSValue(this.items[e]) : null;
		}
		setItem(e, t) {
			if (t != null) {
				if (BigInt.asIntN(64, t.nanos) !== t.nanos) throw Error(`bigint out of int64 range`);
				this.items[e] = t.nanos, this.validity.setItemValid(e, !0);
			} else this.validity.setItemValid(e, !1);
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.items.buffer, this.items.byteOffset, this.items.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.items.slice(t, t + n), this.validity.slice(t, n), this.vector);
		}
	};
})), ct = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBTimeTZVector = void 0;
	let a = i(n()), o = G(), s = z(), c = J(), l = Y(), u = X();
	e.DuckDBTimeTZVector = class e extends c.DuckDBVector {
		items;
		validity;
		vector;
		constructor(e, t, n) {
			super(), this.items = e, this.validity = t, this.vector = n;
		}
		static fromRawVector(t, n) {
			let r = (0, u.vectorData)(t, n * BigUint64Array.BYTES_PER_ELEMENT), i = new BigUint64Array(r.buffer, r.byteOffset, n), a = l.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t);
		}
		get type() {
			return o.DuckDBTimeTZType.instance;
		}
		get itemCount() {
			return this.items.length;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? s.DuckDBTimeTZValue.fromBits(this.items[e]) : null;
		}
		setItem(e, t) {
			if (t != null) {
				if (BigInt.asUintN(64, t.bits) !== t.bits) throw Error(`bigint out of uint64 range`);
				this.items[e] = t.bits, this.validity.setItemValid(e, !0);
			} else this.validity.setItemValid(e, !1);
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.items.buffer, this.items.byteOffset, this.items.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.items.slice(t, t + n), this.validity.slice(t, n), this.vector);
		}
	};
})), lt = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBTimeVector = void 0;
	let a = i(n()), o = G(), s = z(), c = J(), l = Y(), u = X();
	e.DuckDBTimeVector = class e extends c.DuckDBVector {
		items;
		validity;
		vector;
		constructor(e, t, n) {
			super(), this.items = e, this.validity = t, this.vector = n;
		}
		static fromRawVector(t, n) {
			let r = (0, u.vectorData)(t, n * BigInt64Array.BYTES_PER_ELEMENT), i = new BigInt64Array(r.buffer, r.byteOffset, n), a = l.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t);
		}
		get type() {
			return o.DuckDBTimeType.instance;
		}
		get itemCount() {
			return this.items.length;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? new s.DuckDBTimeValue(this.items[e]) : null;
		}
		setItem(e, t) {
			if (t != null) {
				if (BigInt.asIntN(64, t.micros) !== t.micros) throw Error(`bigint out of int64 range`);
				this.items[e] = t.micros, this.validity.setItemValid(e, !0);
			} else this.validity.setItemValid(e, !1);
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.items.buffer, this.items.byteOffset, this.items.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.items.slice(t, t + n), this.validity.slice(t, n), this.vector);
		}
	};
})), ut = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBTimestampMillisecondsVector = void 0;
	let a = i(n()), o = G(), s = z(), c = J(), l = Y(), u = X();
	e.DuckDBTimestampMillisecondsVector = class e extends c.DuckDBVector {
		items;
		validity;
		vector;
		constructor(e, t, n) {
			super(), this.items = e, this.validity = t, this.vector = n;
		}
		static fromRawVector(t, n) {
			let r = (0, u.vectorData)(t, n * BigInt64Array.BYTES_PER_ELEMENT), i = new BigInt64Array(r.buffer, r.byteOffset, n), a = l.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t);
		}
		get type() {
			return o.DuckDBTimestampMillisecondsType.instance;
		}
		get itemCount() {
			return this.items.length;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? new s.DuckDBTimestampMillisecondsValue(this.items[e]) : null;
		}
		setItem(e, t) {
			if (t != null) {
				if (BigInt.asIntN(64, t.millis) !== t.millis) throw Error(`bigint out of int64 range`);
				this.items[e] = t.millis, this.validity.setItemValid(e, !0);
			} else this.validity.setItemValid(e, !1);
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.items.buffer, this.items.byteOffset, this.items.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.items.slice(t, t + n), this.validity.slice(t, n), this.vector);
		}
	};
})), dt = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBTimestampNanosecondsVector = void 0;
	let a = i(n()), o = G(), s = z(), c = J(), l = Y(), u = X();
	e.DuckDBTimestampNanosecondsVector = class e extends c.DuckDBVector {
		items;
		validity;
		vector;
		constructor(e, t, n) {
			super(), this.items = e, this.validity = t, this.vector = n;
		}
		static fromRawVector(t, n) {
			let r = (0, u.vectorData)(t, n * BigInt64Array.BYTES_PER_ELEMENT), i = new BigInt64Array(r.buffer, r.byteOffset, n), a = l.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t);
		}
		get type() {
			return o.DuckDBTimestampNanosecondsType.instance;
		}
		get itemCount() {
			return this.items.length;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? new s.DuckDBTimestampNanosecondsValue(this.items[e]) : null;
		}
		setItem(e, t) {
			if (t != null) {
				if (BigInt.asIntN(64, t.nanos) !== t.nanos) throw Error(`bigint out of int64 range`);
				this.items[e] = t.nanos, this.validity.setItemValid(e, !0);
			} else this.validity.setItemValid(e, !1);
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.items.buffer, this.items.byteOffset, this.items.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.items.slice(t, t + n), this.validity.slice(t, n), this.vector);
		}
	};
})), ft = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBTimestampSecondsVector = void 0;
	let a = i(n()), o = G(), s = z(), c = J(), l = Y(), u = X();
	e.DuckDBTimestampSecondsVector = class e extends c.DuckDBVector {
		items;
		validity;
		vector;
		constructor(e, t, n) {
			super(), this.items = e, this.validity = t, this.vector = n;
		}
		static fromRawVector(t, n) {
			let r = (0, u.vectorData)(t, n * BigInt64Array.BYTES_PER_ELEMENT), i = new BigInt64Array(r.buffer, r.byteOffset, n), a = l.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t);
		}
		get type() {
			return o.DuckDBTimestampSecondsType.instance;
		}
		get itemCount() {
			return this.items.length;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? new s.DuckDBTimestampSecondsValue(this.items[e]) : null;
		}
		setItem(e, t) {
			if (t != null) {
				if (BigInt.asIntN(64, t.seconds) !== t.seconds) throw Error(`bigint out of int64 range`);
				this.items[e] = t.seconds, this.validity.setItemValid(e, !0);
			} else this.validity.setItemValid(e, !1);
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.items.buffer, this.items.byteOffset, this.items.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.items.slice(t, t + n), this.validity.slice(t, n), this.vector);
		}
	};
})), pt = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBTimestampTZVector = void 0;
	let a = i(n()), o = G(), s = z(), c = J(), l = Y(), u = X();
	e.DuckDBTimestampTZVector = class e extends c.DuckDBVector {
		items;
		validity;
		vector;
		constructor(e, t, n) {
			super(), this.items = e, this.validity = t, this.vector = n;
		}
		static fromRawVector(t, n) {
			let r = (0, u.vectorData)(t, n * BigInt64Array.BYTES_PER_ELEMENT), i = new BigInt64Array(r.buffer, r.byteOffset, n), a = l.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t);
		}
		get type() {
			return o.DuckDBTimestampTZType.instance;
		}
		get itemCount() {
			return this.items.length;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? new s.DuckDBTimestampTZValue(this.items[e]) : null;
		}
		setItem(e, t) {
			if (t != null) {
				if (BigInt.asIntN(64, t.micros) !== t.micros) throw Error(`bigint out of int64 range`);
				this.items[e] = t.micros, this.validity.setItemValid(e, !0);
			} else this.validity.setItemValid(e, !1);
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.items.buffer, this.items.byteOffset, this.items.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.items.slice(t, t + n), this.validity.slice(t, n), this.vector);
		}
	};
})), mt = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBTimestampVector = void 0;
	let a = i(n()), o = G(), s = z(), c = J(), l = Y(), u = X();
	e.DuckDBTimestampVector = class e extends c.DuckDBVector {
		items;
		validity;
		vector;
		constructor(e, t, n) {
			super(), this.items = e, this.validity = t, this.vector = n;
		}
		static fromRawVector(t, n) {
			let r = (0, u.vectorData)(t, n * BigInt64Array.BYTES_PER_ELEMENT), i = new BigInt64Array(r.buffer, r.byteOffset, n), a = l.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t);
		}
		get type() {
			return o.DuckDBTimestampType.instance;
		}
		get itemCount() {
			return this.items.length;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? new s.DuckDBTimestampValue(this.items[e]) : null;
		}
		setItem(e, t) {
			if (t != null) {
				if (BigInt.asIntN(64, t.micros) !== t.micros) throw Error(`bigint out of int64 range`);
				this.items[e] = t.micros, this.validity.setItemValid(e, !0);
			} else this.validity.setItemValid(e, !1);
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.items.buffer, this.items.byteOffset, this.items.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.items.slice(t, t + n), this.validity.slice(t, n), this.vector);
		}
	};
})), ht = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBTinyIntVector = void 0;
	let a = i(n()), o = G(), s = J(), c = Y(), l = X();
	e.DuckDBTinyIntVector = class e extends s.DuckDBVector {
		items;
		validity;
		vector;
		constructor(e, t, n) {
			super(), this.items = e, this.validity = t, this.vector = n;
		}
		static fromRawVector(t, n) {
			let r = (0, l.vectorData)(t, n * Int8Array.BYTES_PER_ELEMENT), i = new Int8Array(r.buffer, r.byteOffset, n), a = c.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t);
		}
		get type() {
			return o.DuckDBTinyIntType.instance;
		}
		get itemCount() {
			return this.items.length;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? this.items[e] : null;
		}
		setItem(e, t) {
			if (t != null) {
				if (!Number.isInteger(t)) throw Error(`number is not an integer`);
				if (t < -128 || t > 127) throw Error(`number out of int8 range`);
				this.items[e] = t, this.validity.setItemValid(e, !0);
			} else this.validity.setItemValid(e, !1);
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.items.buffer, this.items.byteOffset, this.items.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.items.slice(t, t + n), this.validity.slice(t, n), this.vector);
		}
	};
})), gt = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBUBigIntVector = void 0;
	let a = i(n()), o = G(), s = J(), c = Y(), l = X();
	e.DuckDBUBigIntVector = class e extends s.DuckDBVector {
		items;
		validity;
		vector;
		constructor(e, t, n) {
			super(), this.items = e, this.validity = t, this.vector = n;
		}
		static fromRawVector(t, n) {
			let r = (0, l.vectorData)(t, n * BigUint64Array.BYTES_PER_ELEMENT), i = new BigUint64Array(r.buffer, r.byteOffset, n), a = c.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t);
		}
		get type() {
			return o.DuckDBUBigIntType.instance;
		}
		get itemCount() {
			return this.items.length;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? this.items[e] : null;
		}
		setItem(e, t) {
			if (t != null) {
				if (BigInt.asUintN(64, t) !== t) throw Error(`bigint out of uint64 range`);
				this.items[e] = t, this.validity.setItemValid(e, !0);
			} else this.validity.setItemValid(e, !1);
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.items.buffer, this.items.byteOffset, this.items.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.items.slice(t, t + n), this.validity.slice(t, n), this.vector);
		}
	};
})), _t = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBUHugeIntVector = void 0;
	let a = i(n()), o = G(), s = J(), c = Y(), l = X();
	e.DuckDBUHugeIntVector = class e extends s.DuckDBVector {
		dataView;
		validity;
		vector;
		_itemCount;
		constructor(e, t, n, r) {
			super(), this.dataView = e, this.validity = t, this.vector = n, this._itemCount = r;
		}
		static fromRawVector(t, n) {
			let r = (0, l.vectorData)(t, n * 16), i = new DataView(r.buffer, r.byteOffset, r.byteLength), a = c.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t, n);
		}
		get type() {
			return o.DuckDBUHugeIntType.instance;
		}
		get itemCount() {
			return this._itemCount;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? (0, l.getUInt128)(this.dataView, e * 16) : null;
		}
		getDouble(e) {
			return this.validity.itemValid(e) ? a.default.uhugeint_to_double((0, l.getUInt128)(this.dataView, e * 16)) : null;
		}
		setItem(e, t) {
			t == null ? this.validity.setItemValid(e, !1) : ((0, l.setUInt128)(this.dataView, e * 16, t), this.validity.setItemValid(e, !0));
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.dataView.buffer, this.dataView.byteOffset, this.dataView.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(new DataView(this.dataView.buffer, this.dataView.byteOffset + t * 16, n * 16), this.validity.slice(t, n), this.vector, n);
		}
	};
})), vt = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBUIntegerVector = void 0;
	let a = i(n()), o = G(), s = J(), c = Y(), l = X();
	e.DuckDBUIntegerVector = class e extends s.DuckDBVector {
		items;
		validity;
		vector;
		constructor(e, t, n) {
			super(), this.items = e, this.validity = t, this.vector = n;
		}
		static fromRawVector(t, n) {
			let r = (0, l.vectorData)(t, n * Uint32Array.BYTES_PER_ELEMENT), i = new Uint32Array(r.buffer, r.byteOffset, n), a = c.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t);
		}
		get type() {
			return o.DuckDBUIntegerType.instance;
		}
		get itemCount() {
			return this.items.length;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? this.items[e] : null;
		}
		setItem(e, t) {
			if (t != null) {
				if (!Number.isInteger(t)) throw Error(`number is not an integer`);
				if (t < 0 || t > 4294967295) throw Error(`number out of uint32 range`);
				this.items[e] = t, this.validity.setItemValid(e, !0);
			} else this.validity.setItemValid(e, !1);
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.items.buffer, this.items.byteOffset, this.items.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.items.slice(t, t + n), this.validity.slice(t, n), this.vector);
		}
	};
})), yt = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBUSmallIntVector = void 0;
	let a = i(n()), o = G(), s = J(), c = Y(), l = X();
	e.DuckDBUSmallIntVector = class e extends s.DuckDBVector {
		items;
		validity;
		vector;
		constructor(e, t, n) {
			super(), this.items = e, this.validity = t, this.vector = n;
		}
		static fromRawVector(t, n) {
			let r = (0, l.vectorData)(t, n * Uint16Array.BYTES_PER_ELEMENT), i = new Uint16Array(r.buffer, r.byteOffset, n), a = c.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t);
		}
		get type() {
			return o.DuckDBUSmallIntType.instance;
		}
		get itemCount() {
			return this.items.length;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? this.items[e] : null;
		}
		setItem(e, t) {
			if (t != null) {
				if (!Number.isInteger(t)) throw Error(`number is not an integer`);
				if (t < 0 || t > 65535) throw Error(`number out of uint16 range`);
				this.items[e] = t, this.validity.setItemValid(e, !0);
			} else this.validity.setItemValid(e, !1);
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.items.buffer, this.items.byteOffset, this.items.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.items.slice(t, t + n), this.validity.slice(t, n), this.vector);
		}
	};
})), bt = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBUTinyIntVector = void 0;
	let a = i(n()), o = G(), s = J(), c = Y(), l = X();
	e.DuckDBUTinyIntVector = class e extends s.DuckDBVector {
		items;
		validity;
		vector;
		constructor(e, t, n) {
			super(), this.items = e, this.validity = t, this.vector = n;
		}
		static fromRawVector(t, n) {
			let r = (0, l.vectorData)(t, n * Uint8Array.BYTES_PER_ELEMENT), i = new Uint8Array(r.buffer, r.byteOffset, n), a = c.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t);
		}
		get type() {
			return o.DuckDBUTinyIntType.instance;
		}
		get itemCount() {
			return this.items.length;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? this.items[e] : null;
		}
		setItem(e, t) {
			if (t != null) {
				if (!Number.isInteger(t)) throw Error(`number is not an integer`);
				if (t < 0 || t > 255) throw Error(`number out of uint8 range`);
				this.items[e] = t, this.validity.setItemValid(e, !0);
			} else this.validity.setItemValid(e, !1);
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.items.buffer, this.items.byteOffset, this.items.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(this.items.slice(t, t + n), this.validity.slice(t, n), this.vector);
		}
	};
})), xt = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBUUIDVector = void 0;
	let a = i(n()), o = G(), s = z(), c = J(), l = Y(), u = X();
	e.DuckDBUUIDVector = class e extends c.DuckDBVector {
		dataView;
		validity;
		vector;
		_itemCount;
		constructor(e, t, n, r) {
			super(), this.dataView = e, this.validity = t, this.vector = n, this._itemCount = r;
		}
		static fromRawVector(t, n) {
			let r = (0, u.vectorData)(t, n * 16), i = new DataView(r.buffer, r.byteOffset, r.byteLength), a = l.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t, n);
		}
		get type() {
			return o.DuckDBUUIDType.instance;
		}
		get itemCount() {
			return this._itemCount;
		}
		getItem(e) {
			return this.validity.itemValid(e) ? s.DuckDBUUIDValue.fromStoredHugeInt((0, u.getInt128)(this.dataView, e * 16)) : null;
		}
		setItem(e, t) {
			t == null ? this.validity.setItemValid(e, !1) : ((0, u.setInt128)(this.dataView, e * 16, t.hugeint), this.validity.setItemValid(e, !0));
		}
		flush() {
			a.default.copy_data_to_vector(this.vector, 0, this.dataView.buffer, this.dataView.byteOffset, this.dataView.byteLength), this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(new DataView(this.dataView.buffer, this.dataView.byteOffset + t * 16, n * 16), this.validity.slice(t, n), this.vector, n);
		}
	};
})), St = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBUnionVector = void 0;
	let t = G(), n = z(), r = J(), i = Z();
	e.DuckDBUnionVector = class e extends r.DuckDBVector {
		unionType;
		structVector;
		constructor(e, t) {
			super(), this.unionType = e, this.structVector = t;
		}
		static fromRawVector(n, r, a) {
			let o = [`tag`], s = [t.DuckDBUTinyIntType.instance], c = n.memberCount;
			for (let e = 0; e < c; e++) o.push(n.memberTags[e]), s.push(n.memberTypes[e]);
			let l = new t.DuckDBStructType(o, s);
			return new e(n, i.DuckDBStructVector.fromRawVector(l, r, a));
		}
		get type() {
			return this.unionType;
		}
		get itemCount() {
			return this.structVector.itemCount;
		}
		getItem(e) {
			let t = this.structVector.getItemValue(e, 0);
			if (t == null) return null;
			let r = Number(t), i = this.unionType.memberTags[r], a = r + 1, o = this.structVector.getItemValue(e, a);
			return new n.DuckDBUnionValue(i, o);
		}
		setItem(e, t) {
			if (t != null) {
				let n = this.unionType.memberIndexForTag(t.tag);
				this.structVector.setItemValue(e, 0, n);
				let r = n + 1;
				this.structVector.setItemValue(e, r, t.value);
				for (let t = 1; t <= this.unionType.memberCount; t++) t !== r && this.structVector.setItemValue(e, t, null);
			} else for (let t = 0; t <= this.unionType.memberCount; t++) this.structVector.setItemValue(e, t, null);
		}
		flush() {
			this.structVector.flush();
		}
		slice(t, n) {
			return new e(this.unionType, this.structVector.slice(t, n));
		}
	};
})), Ct = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBVarCharVector = void 0;
	let a = i(n()), o = G(), s = J(), c = Y(), l = X();
	e.DuckDBVarCharVector = class e extends s.DuckDBVector {
		dataView;
		validity;
		vector;
		itemOffset;
		_itemCount;
		itemCache;
		itemCacheDirty;
		constructor(e, t, n, r, i) {
			super(), this.dataView = e, this.validity = t, this.vector = n, this.itemOffset = r, this._itemCount = i, this.itemCache = [], this.itemCacheDirty = [];
		}
		static fromRawVector(t, n) {
			let r = (0, l.vectorData)(t, n * 16), i = new DataView(r.buffer, r.byteOffset, r.byteLength), a = c.DuckDBValidity.fromVector(t, n);
			return new e(i, a, t, 0, n);
		}
		get type() {
			return o.DuckDBVarCharType.instance;
		}
		get itemCount() {
			return this._itemCount;
		}
		getItem(e) {
			let t = this.itemCache[e];
			if (t !== void 0) return t;
			let n = this.validity.itemValid(e) ? (0, l.getString)(this.dataView, e * 16) : null;
			return this.itemCache[e] = n, n;
		}
		setItem(e, t) {
			this.itemCache[e] = t, this.validity.setItemValid(e, t != null), this.itemCacheDirty[e] = !0;
		}
		flush() {
			for (let e = 0; e < this._itemCount; e++) if (this.itemCacheDirty[e]) {
				let t = this.itemCache[e];
				t != null && a.default.vector_assign_string_element(this.vector, this.itemOffset + e, t), this.itemCacheDirty[e] = !1;
			}
			this.validity.flush(this.vector);
		}
		slice(t, n) {
			return new e(new DataView(this.dataView.buffer, this.dataView.byteOffset + t * 16, n * 16), this.validity.slice(t, n), this.vector, t, n);
		}
	};
})), wt = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.varintDecode = t;
	function t(e, t) {
		let n = 0, r = 1, i = t;
		for (;;) {
			if (i >= e.byteLength) throw Error(`varint truncated`);
			let t = e.getUint8(i++);
			if (n += (t & 127) * r, !(t & 128)) break;
			if (r *= 128, r > 2147483648) throw Error(`varint overflow`);
		}
		if (n > 4294967295) throw Error(`varint overflow`);
		return {
			value: n,
			nextOffset: i
		};
	}
})), Tt = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBVariantVector = void 0;
	let t = wt(), n = G(), r = a(), i = z(), o = J(), s = X(), c = Z();
	var l;
	(function(e) {
		e[e.VARIANT_NULL = 0] = `VARIANT_NULL`, e[e.BOOL_TRUE = 1] = `BOOL_TRUE`, e[e.BOOL_FALSE = 2] = `BOOL_FALSE`, e[e.INT8 = 3] = `INT8`, e[e.INT16 = 4] = `INT16`, e[e.INT32 = 5] = `INT32`, e[e.INT64 = 6] = `INT64`, e[e.INT128 = 7] = `INT128`, e[e.UINT8 = 8] = `UINT8`, e[e.UINT16 = 9] = `UINT16`, e[e.UINT32 = 10] = `UINT32`, e[e.UINT64 = 11] = `UINT64`, e[e.UINT128 = 12] = `UINT128`, e[e.FLOAT = 13] = `FLOAT`, e[e.DOUBLE = 14] = `DOUBLE`, e[e.DECIMAL = 15] = `DECIMAL`, e[e.VARCHAR = 16] = `VARCHAR`, e[e.BLOB = 17] = `BLOB`, e[e.UUID = 18] = `UUID`, e[e.DATE = 19] = `DATE`, e[e.TIME_MICROS = 20] = `TIME_MICROS`, e[e.TIME_NANOS = 21] = `TIME_NANOS`, e[e.TIMESTAMP_SEC = 22] = `TIMESTAMP_SEC`, e[e.TIMESTAMP_MILIS = 23] = `TIMESTAMP_MILIS`, e[e.TIMESTAMP_MICROS = 24] = `TIMESTAMP_MICROS`, e[e.TIMESTAMP_NANOS = 25] = `TIMESTAMP_NANOS`, e[e.TIME_MICROS_TZ = 26] = `TIME_MICROS_TZ`, e[e.TIMESTAMP_MICROS_TZ = 27] = `TIMESTAMP_MICROS_TZ`, e[e.INTERVAL = 28] = `INTERVAL`, e[e.OBJECT = 29] = `OBJECT`, e[e.ARRAY = 30] = `ARRAY`, e[e.BIGNUM = 31] = `BIGNUM`, e[e.BITSTRING = 32] = `BITSTRING`, e[e.GEOMETRY = 33] = `GEOMETRY`;
	})(l ||= {});
	let u = (0, n.STRUCT)({
		keys: (0, n.LIST)(n.VARCHAR),
		children: (0, n.LIST)((0, n.STRUCT)({
			keys_index: n.UINTEGER,
			values_index: n.UINTEGER
		})),
		values: (0, n.LIST)((0, n.STRUCT)({
			type_id: n.UTINYINT,
			byte_offset: n.UINTEGER
		})),
		data: n.BLOB
	});
	e.DuckDBVariantVector = class e extends o.DuckDBVector {
		structVec;
		keysList;
		childrenList;
		valuesList;
		dataBlob;
		keysEntry;
		keysIdxVec;
		valuesIdxVec;
		typeIdVec;
		byteOffsetVec;
		constructor(e) {
			super(), this.structVec = e, this.keysList = e.entryVectorAt(0), this.childrenList = e.entryVectorAt(1), this.valuesList = e.entryVectorAt(2), this.dataBlob = e.entryVectorAt(3), this.keysEntry = this.keysList.childVector;
			let t = this.childrenList.childVector, n = this.valuesList.childVector;
			this.keysIdxVec = t.entryVectorAt(0), this.valuesIdxVec = t.entryVectorAt(1), this.typeIdVec = n.entryVectorAt(0), this.byteOffsetVec = n.entryVectorAt(1);
		}
		static fromRawVector(t, n) {
			let r = c.DuckDBStructVector.fromRawVector(u, t, n);
			return new e(r);
		}
		get type() {
			return n.DuckDBVariantType.instance;
		}
		get itemCount() {
			return this.structVec.itemCount;
		}
		getItem(e) {
			if (!this.structVec.isItemValid(e)) return null;
			let t = this.dataBlob.getItemBytes(e);
			if (t === null) return null;
			let n = {
				blob: t,
				view: new DataView(t.buffer, t.byteOffset, t.byteLength),
				valuesOffset: this.valuesList.getEntryOffset(e),
				valuesLength: this.valuesList.getEntryLength(e),
				childrenOffset: this.childrenList.getEntryOffset(e),
				childrenLength: this.childrenList.getEntryLength(e),
				keysOffset: this.keysList.getEntryOffset(e),
				keysLength: this.keysList.getEntryLength(e)
			}, r = this.decodeNode(0, n);
			return new i.DuckDBVariantValue(r.value, r.type);
		}
		setItem(e, t) {
			if (t !== null) throw Error(`Setting VARIANT values is not yet supported.`);
		}
		flush() {}
		slice(t, n) {
			return new e(this.structVec.slice(t, n));
		}
		decodeNode(e, r) {
			if (e >= r.valuesLength) throw Error(`Malformed VARIANT: value_index ${e} out of bounds (row values length ${r.valuesLength})`);
			let a = r.valuesOffset + e, o = this.typeIdVec.getItem(a), c = this.byteOffsetVec.getItem(a), { blob: u, view: f } = r;
			switch (o) {
				case l.VARIANT_NULL: return {
					value: null,
					type: n.SQLNULL
				};
				case l.BOOL_TRUE: return {
					value: !0,
					type: n.BOOLEAN
				};
				case l.BOOL_FALSE: return {
					value: !1,
					type: n.BOOLEAN
				};
				case l.INT8: return {
					value: f.getInt8(c),
					type: n.TINYINT
				};
				case l.INT16: return {
					value: (0, s.getInt16)(f, c),
					type: n.SMALLINT
				};
				case l.INT32: return {
					value: (0, s.getInt32)(f, c),
					type: n.INTEGER
				};
				case l.INT64: return {
					value: (0, s.getInt64)(f, c),
					type: n.BIGINT
				};
				case l.INT128: return {
					value: (0, s.getInt128)(f, c),
					type: n.HUGEINT
				};
				case l.UINT8: return {
					value: (0, s.getUInt8)(f, c),
					type: n.UTINYINT
				};
				case l.UINT16: return {
					value: (0, s.getUInt16)(f, c),
					type: n.USMALLINT
				};
				case l.UINT32: return {
					value: (0, s.getUInt32)(f, c),
					type: n.UINTEGER
				};
				case l.UINT64: return {
					value: (0, s.getUInt64)(f, c),
					type: n.UBIGINT
				};
				case l.UINT128: return {
					value: (0, s.getUInt128)(f, c),
					type: n.UHUGEINT
				};
				case l.FLOAT: return {
					value: f.getFloat32(c, s.littleEndian),
					type: n.FLOAT
				};
				case l.DOUBLE: return {
					value: f.getFloat64(c, s.littleEndian),
					type: n.DOUBLE
				};
				case l.UUID: return {
					value: i.DuckDBUUIDValue.fromStoredHugeInt((0, s.getInt128)(f, c)),
					type: n.UUID
				};
				case l.DATE: return {
					value: new i.DuckDBDateValue((0, s.getInt32)(f, c)),
					type: n.DATE
				};
				case l.TIME_MICROS: return {
					value: new i.DuckDBTimeValue((0, s.getInt64)(f, c)),
					type: n.TIME
				};
				case l.TIME_NANOS: return {
					value: new i.DuckDBTimeNSValue((0, s.getInt64)(f, c)),
					type: n.TIME_NS
				};
				case l.TIME_MICROS_TZ: return {
					value: i.DuckDBTimeTZValue.fromBits((0, s.getUInt64)(f, c)),
					type: n.TIMETZ
				};
				case l.TIMESTAMP_SEC: return {
					value: new i.DuckDBTimestampSecondsValue((0, s.getInt64)(f, c)),
					type: n.TIMESTAMP_S
				};
				case l.TIMESTAMP_MILIS: return {
					value: new i.DuckDBTimestampMillisecondsValue((0, s.getInt64)(f, c)),
					type: n.TIMESTAMP_MS
				};
				case l.TIMESTAMP_MICROS: return {
					value: new i.DuckDBTimestampValue((0, s.getInt64)(f, c)),
					type: n.TIMESTAMP
				};
				case l.TIMESTAMP_NANOS: return {
					value: new i.DuckDBTimestampNanosecondsValue((0, s.getInt64)(f, c)),
					type: n.TIMESTAMP_NS
				};
				case l.TIMESTAMP_MICROS_TZ: return {
					value: new i.DuckDBTimestampTZValue((0, s.getInt64)(f, c)),
					type: n.TIMESTAMPTZ
				};
				case l.INTERVAL: return {
					value: new i.DuckDBIntervalValue((0, s.getInt32)(f, c), (0, s.getInt32)(f, c + 4), (0, s.getInt64)(f, c + 8)),
					type: n.INTERVAL
				};
				case l.VARCHAR: {
					let e = p(f, c, u);
					return {
						value: s.textDecoder.decode(e),
						type: n.VARCHAR
					};
				}
				case l.BLOB: {
					let e = p(f, c, u);
					return {
						value: new i.DuckDBBlobValue(new Uint8Array(e)),
						type: n.BLOB
					};
				}
				case l.BITSTRING: {
					let e = p(f, c, u);
					return {
						value: new i.DuckDBBitValue(new Uint8Array(e)),
						type: n.BIT
					};
				}
				case l.BIGNUM: {
					let e = p(f, c, u);
					return {
						value: (0, s.getBigNumFromBytes)(e),
						type: n.BIGNUM
					};
				}
				case l.GEOMETRY: {
					let e = p(f, c, u);
					return {
						value: new i.DuckDBGeometryValue(new Uint8Array(e)),
						type: n.GEOMETRY
					};
				}
				case l.DECIMAL: {
					let e = (0, t.varintDecode)(f, c), r = (0, t.varintDecode)(f, e.nextOffset), a = e.value, o = r.value, l = r.nextOffset, u;
					if (a <= 4) u = BigInt((0, s.getInt16)(f, l));
					else if (a <= 9) u = BigInt((0, s.getInt32)(f, l));
					else if (a <= 18) u = (0, s.getInt64)(f, l);
					else if (a <= 38) u = (0, s.getInt128)(f, l);
					else throw Error(`VARIANT DECIMAL width too large: ${a}`);
					return {
						value: new i.DuckDBDecimalValue(u, a, o),
						type: (0, n.DECIMAL)(a, o)
					};
				}
				case l.OBJECT: {
					let { childCount: e, childrenIdx: t } = m(f, c);
					this.checkChildrenSlice(t, e, r);
					let a = {}, o = {};
					for (let n = 0; n < e; n++) {
						let e = r.childrenOffset + t + n, i = this.keysIdxVec.getItem(e);
						if (i >= r.keysLength) throw Error(`Malformed VARIANT: keys_index ${i} out of bounds (row keys length ${r.keysLength})`);
						let s = this.keysEntry.getItem(r.keysOffset + i), c = this.valuesIdxVec.getItem(e), l = this.decodeNode(c, r);
						a[s] = l.value, o[s] = l.type;
					}
					return {
						value: new i.DuckDBStructValue(a),
						type: (0, n.STRUCT)(o)
					};
				}
				case l.ARRAY: {
					let { childCount: e, childrenIdx: t } = m(f, c);
					this.checkChildrenSlice(t, e, r);
					let a = [];
					for (let n = 0; n < e; n++) {
						let e = r.childrenOffset + t + n, i = this.valuesIdxVec.getItem(e);
						a.push(this.decodeNode(i, r));
					}
					let o = d(a);
					return o === null ? {
						value: new i.DuckDBListValue(a.map((e) => e.value === null ? null : new i.DuckDBVariantValue(e.value, e.type))),
						type: (0, n.LIST)(n.VARIANT)
					} : {
						value: new i.DuckDBListValue(a.map((e) => e.value)),
						type: (0, n.LIST)(o)
					};
				}
				default: throw Error(`Unknown VARIANT type id: ${o}`);
			}
		}
		checkChildrenSlice(e, t, n) {
			if (e + t > n.childrenLength) throw Error(`Malformed VARIANT: children slice [${e}, ${e + t}) out of bounds (row children length ${n.childrenLength})`);
		}
	};
	function d(e) {
		let t = null, i = null;
		for (let n of e) {
			if (n.type.typeId === r.DuckDBTypeId.SQLNULL) continue;
			let e = f(n.type);
			if (t === null) t = n.type, i = e;
			else if (e !== i) return null;
		}
		return t ?? n.SQLNULL;
	}
	function f(e) {
		return JSON.stringify(e.toJson());
	}
	function p(e, n, r) {
		let { value: i, nextOffset: a } = (0, t.varintDecode)(e, n);
		if (a + i > r.byteLength) throw Error(`Malformed VARIANT payload: length-prefixed read of ${i} bytes at offset ${a} exceeds row blob size ${r.byteLength}`);
		return new Uint8Array(r.buffer, r.byteOffset + a, i);
	}
	function m(e, n) {
		let r = (0, t.varintDecode)(e, n);
		if (r.value === 0) return {
			childCount: 0,
			childrenIdx: 0
		};
		let i = (0, t.varintDecode)(e, r.nextOffset);
		return {
			childCount: r.value,
			childrenIdx: i.value
		};
	}
})), Et = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 });
	let s = i(n()), c = o(), l = G(), u = a(), d = Re(), f = ze(), p = Be(), m = Ve(), h = He(), g = Ue(), _ = We(), v = Ge(), y = Ke(), b = qe(), x = Je(), S = Ye(), C = Xe(), w = Ze(), T = Qe(), E = $e(), D = et(), O = tt(), k = nt(), A = rt(), j = it(), M = at(), N = ot(), ee = Z(), P = st(), F = ct(), I = lt(), te = ut(), L = dt(), ne = ft(), R = pt(), re = mt(), z = ht(), ie = gt(), ae = _t(), oe = vt(), B = yt(), V = bt(), H = xt(), U = St(), W = Ct(), se = Tt(), ce = Le();
	function le(e, t, n) {
		let r = n || c.DuckDBLogicalType.create(s.default.vector_get_column_type(e)).asType();
		switch (r.typeId) {
			case u.DuckDBTypeId.BOOLEAN: return g.DuckDBBooleanVector.fromRawVector(e, t);
			case u.DuckDBTypeId.TINYINT: return z.DuckDBTinyIntVector.fromRawVector(e, t);
			case u.DuckDBTypeId.SMALLINT: return N.DuckDBSmallIntVector.fromRawVector(e, t);
			case u.DuckDBTypeId.INTEGER: return k.DuckDBIntegerVector.fromRawVector(e, t);
			case u.DuckDBTypeId.BIGINT: return f.DuckDBBigIntVector.fromRawVector(e, t);
			case u.DuckDBTypeId.UTINYINT: return V.DuckDBUTinyIntVector.fromRawVector(e, t);
			case u.DuckDBTypeId.USMALLINT: return B.DuckDBUSmallIntVector.fromRawVector(e, t);
			case u.DuckDBTypeId.UINTEGER: return oe.DuckDBUIntegerVector.fromRawVector(e, t);
			case u.DuckDBTypeId.UBIGINT: return ie.DuckDBUBigIntVector.fromRawVector(e, t);
			case u.DuckDBTypeId.FLOAT: return E.DuckDBFloatVector.fromRawVector(e, t);
			case u.DuckDBTypeId.DOUBLE: return S.DuckDBDoubleVector.fromRawVector(e, t);
			case u.DuckDBTypeId.TIMESTAMP: return re.DuckDBTimestampVector.fromRawVector(e, t);
			case u.DuckDBTypeId.DATE: return _.DuckDBDateVector.fromRawVector(e, t);
			case u.DuckDBTypeId.TIME: return I.DuckDBTimeVector.fromRawVector(e, t);
			case u.DuckDBTypeId.INTERVAL: return A.DuckDBIntervalVector.fromRawVector(e, t);
			case u.DuckDBTypeId.HUGEINT: return O.DuckDBHugeIntVector.fromRawVector(e, t);
			case u.DuckDBTypeId.UHUGEINT: return ae.DuckDBUHugeIntVector.fromRawVector(e, t);
			case u.DuckDBTypeId.VARCHAR: return W.DuckDBVarCharVector.fromRawVector(e, t);
			case u.DuckDBTypeId.BLOB: return h.DuckDBBlobVector.fromRawVector(e, t);
			case u.DuckDBTypeId.DECIMAL:
				if (r instanceof l.DuckDBDecimalType) {
					let { width: n } = r;
					if (n <= 0) throw Error(`DECIMAL width not positive: ${n}`);
					if (n <= 4) return y.DuckDBDecimal16Vector.fromRawVector(r, e, t);
					if (n <= 9) return b.DuckDBDecimal32Vector.fromRawVector(r, e, t);
					if (n <= 18) return x.DuckDBDecimal64Vector.fromRawVector(r, e, t);
					if (n <= 38) return v.DuckDBDecimal128Vector.fromRawVector(r, e, t);
					throw Error(`DECIMAL width too large: ${n}`);
				}
				throw Error(`DuckDBType has DECIMAL type id but is not an instance of DuckDBDecimalType`);
			case u.DuckDBTypeId.TIMESTAMP_S: return ne.DuckDBTimestampSecondsVector.fromRawVector(e, t);
			case u.DuckDBTypeId.TIMESTAMP_MS: return te.DuckDBTimestampMillisecondsVector.fromRawVector(e, t);
			case u.DuckDBTypeId.TIMESTAMP_NS: return L.DuckDBTimestampNanosecondsVector.fromRawVector(e, t);
			case u.DuckDBTypeId.ENUM:
				if (r instanceof l.DuckDBEnumType) {
					let { internalTypeId: n } = r;
					switch (n) {
						case u.DuckDBTypeId.UTINYINT: return T.DuckDBEnum8Vector.fromRawVector(r, e, t);
						case u.DuckDBTypeId.USMALLINT: return C.DuckDBEnum16Vector.fromRawVector(r, e, t);
						case u.DuckDBTypeId.UINTEGER: return w.DuckDBEnum32Vector.fromRawVector(r, e, t);
						default: throw Error(`unsupported ENUM internal type: ${n}`);
					}
				}
				throw Error(`DuckDBType has ENUM type id but is not an instance of DuckDBEnumType`);
			case u.DuckDBTypeId.LIST:
				if (r instanceof l.DuckDBListType) return j.DuckDBListVector.fromRawVector(r, e, t);
				throw Error(`DuckDBType has LIST type id but is not an instance of DuckDBListType`);
			case u.DuckDBTypeId.STRUCT:
				if (r instanceof l.DuckDBStructType) return ee.DuckDBStructVector.fromRawVector(r, e, t);
				throw Error(`DuckDBType has STRUCT type id but is not an instance of DuckDBStructType`);
			case u.DuckDBTypeId.MAP:
				if (r instanceof l.DuckDBMapType) return M.DuckDBMapVector.fromRawVector(r, e, t);
				throw Error(`DuckDBType has MAP type id but is not an instance of DuckDBMapType`);
			case u.DuckDBTypeId.ARRAY:
				if (r instanceof l.DuckDBArrayType) return d.DuckDBArrayVector.fromRawVector(r, e, t);
				throw Error(`DuckDBType has ARRAY type id but is not an instance of DuckDBArrayType`);
			case u.DuckDBTypeId.UUID: return H.DuckDBUUIDVector.fromRawVector(e, t);
			case u.DuckDBTypeId.UNION:
				if (r instanceof l.DuckDBUnionType) return U.DuckDBUnionVector.fromRawVector(r, e, t);
				throw Error(`DuckDBType has UNION type id but is not an instance of DuckDBUnionType`);
			case u.DuckDBTypeId.BIT: return m.DuckDBBitVector.fromRawVector(e, t);
			case u.DuckDBTypeId.TIME_TZ: return F.DuckDBTimeTZVector.fromRawVector(e, t);
			case u.DuckDBTypeId.TIMESTAMP_TZ: return R.DuckDBTimestampTZVector.fromRawVector(e, t);
			case u.DuckDBTypeId.ANY: throw Error(`Invalid vector type: ANY`);
			case u.DuckDBTypeId.BIGNUM: return p.DuckDBBigNumVector.fromRawVector(e, t);
			case u.DuckDBTypeId.SQLNULL: throw Error(`Invalid vector type: SQLNULL`);
			case u.DuckDBTypeId.STRING_LITERAL: throw Error(`Invalid vector type: STRING_LITERAL`);
			case u.DuckDBTypeId.INTEGER_LITERAL: throw Error(`Invalid vector type: INTEGER_LITERAL`);
			case u.DuckDBTypeId.TIME_NS: return P.DuckDBTimeNSVector.fromRawVector(e, t);
			case u.DuckDBTypeId.GEOMETRY: return D.DuckDBGeometryVector.fromRawVector(e, t);
			case u.DuckDBTypeId.VARIANT: return se.DuckDBVariantVector.fromRawVector(e, t);
			default: throw Error(`Invalid type id: ${r.typeId}`);
		}
	}
	ce.vectorRegistry.create = le;
})), Dt = t(((e, t, n) => {
	var r = n && n.__createBinding || (Object.create ? (function(e, t, n, r) {
		r === void 0 && (r = n);
		var i = Object.getOwnPropertyDescriptor(t, n);
		(!i || (`get` in i ? !t.__esModule : i.writable || i.configurable)) && (i = {
			enumerable: !0,
			get: function() {
				return t[n];
			}
		}), Object.defineProperty(e, r, i);
	}) : (function(e, t, n, r) {
		r === void 0 && (r = n), e[r] = t[n];
	})), i = n && n.__exportStar || function(e, t) {
		for (var n in e) n !== "default" && !Object.prototype.hasOwnProperty.call(t, n) && r(t, e, n);
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), i(Re(), e), i(ze(), e), i(Be(), e), i(Ve(), e), i(He(), e), i(Ue(), e), i(We(), e), i(Ge(), e), i(Ke(), e), i(qe(), e), i(Je(), e), i(Ye(), e), i(Xe(), e), i(Ze(), e), i(Qe(), e), i($e(), e), i(et(), e), i(tt(), e), i(nt(), e), i(rt(), e), i(it(), e), i(at(), e), i(ot(), e), i(Z(), e), i(st(), e), i(ct(), e), i(lt(), e), i(ut(), e), i(dt(), e), i(ft(), e), i(pt(), e), i(mt(), e), i(ht(), e), i(gt(), e), i(_t(), e), i(vt(), e), i(yt(), e), i(bt(), e), i(xt(), e), i(St(), e), i(Ct(), e), i(Tt(), e), i(J(), e), Et();
})), Q = t(((e, t, n) => {
	var r = n && n.__createBinding || (Object.create ? (function(e, t, n, r) {
		r === void 0 && (r = n);
		var i = Object.getOwnPropertyDescriptor(t, n);
		(!i || (`get` in i ? !t.__esModule : i.writable || i.configurable)) && (i = {
			enumerable: !0,
			get: function() {
				return t[n];
			}
		}), Object.defineProperty(e, r, i);
	}) : (function(e, t, n, r) {
		r === void 0 && (r = n), e[r] = t[n];
	})), i = n && n.__exportStar || function(e, t) {
		for (var n in e) n !== "default" && !Object.prototype.hasOwnProperty.call(t, n) && r(t, e, n);
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), i(Dt(), e);
})), $ = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBDataChunk = void 0;
	let a = i(n()), o = Q();
	e.DuckDBDataChunk = class e {
		chunk;
		vectors = [];
		constructor(e) {
			this.chunk = e;
		}
		static create(t, n) {
			let r;
			try {
				r = new e(a.default.create_data_chunk(t.map((e) => e.toLogicalType().logical_type)));
			} catch (e) {
				throw Error(`Cannot create a data chunk with these column types: ${t.join(`, `)}`, { cause: e });
			}
			return n != null && (r.rowCount = n), r;
		}
		reset() {
			a.default.data_chunk_reset(this.chunk);
		}
		get columnCount() {
			return a.default.data_chunk_get_column_count(this.chunk);
		}
		get rowCount() {
			return a.default.data_chunk_get_size(this.chunk);
		}
		set rowCount(e) {
			let t = a.default.vector_size();
			if (e > t) throw Error(`A data chunk cannot have more than ${t} rows`);
			a.default.data_chunk_set_size(this.chunk, e), this.vectors.length = 0;
		}
		assertColumnCount(e) {
			let t = this.columnCount;
			if (e !== t) throw Error(`Provided number of columns (${e}) does not match chunk column count (${t})`);
		}
		getColumnVector(e) {
			if (this.vectors[e]) return this.vectors[e];
			let t = o.DuckDBVector.create(a.default.data_chunk_get_vector(this.chunk, e), this.rowCount);
			return this.vectors[e] = t, t;
		}
		visitColumnValues(e, t) {
			let n = this.getColumnVector(e), r = n.type;
			for (let i = 0; i < n.itemCount; i++) t(n.getItem(i), i, e, r);
		}
		appendColumnValues(e, t) {
			this.visitColumnValues(e, (e) => t.push(e));
		}
		getColumnValues(e) {
			let t = [];
			return this.appendColumnValues(e, t), t;
		}
		convertColumnValues(e, t) {
			let n = [];
			return this.visitColumnValues(e, (e, r, i, a) => n.push(t(e, a, t))), n;
		}
		setColumnValues(e, t) {
			let n = this.getColumnVector(e);
			if (n.itemCount !== t.length) throw Error(`number of values must equal chunk row count`);
			for (let e = 0; e < t.length; e++) n.setItem(e, t[e]);
			n.flush();
		}
		setColumnValuesConverted(e, t, n) {
			let r = this.getColumnVector(e);
			if (r.itemCount !== t.length) throw Error(`number of values must equal chunk row count`);
			let { type: i } = r;
			try {
				for (let e = 0; e < t.length; e++) r.setItem(e, n(t[e], i, n));
			} catch (t) {
				throw Error(`Failed to set column ${e} (${i})`, { cause: t });
			}
			r.flush();
		}
		visitColumns(e) {
			let t = this.columnCount;
			for (let n = 0; n < t; n++) e(this.getColumnValues(n), n, this.getColumnVector(n).type);
		}
		appendToColumns(e) {
			let t = this.columnCount;
			for (let n = 0; n < t; n++) {
				let t = e[n];
				t || (t = [], e[n] = t), this.appendColumnValues(n, t);
			}
		}
		getColumns() {
			let e = [];
			return this.visitColumns((t) => e.push(t)), e;
		}
		convertColumns(e) {
			let t = [], n = this.columnCount;
			for (let r = 0; r < n; r++) t.push(this.convertColumnValues(r, e));
			return t;
		}
		setColumns(e) {
			this.assertColumnCount(e.length), e.length > 0 && (this.rowCount = e[0].length);
			for (let t = 0; t < e.length; t++) this.setColumnValues(t, e[t]);
		}
		setColumnsConverted(e, t) {
			this.assertColumnCount(e.length), e.length > 0 && (this.rowCount = e[0].length);
			for (let n = 0; n < e.length; n++) this.setColumnValuesConverted(n, e[n], t);
		}
		appendToColumnsObject(e, t) {
			let n = this.columnCount;
			if (e.length !== n) throw Error(`Provided number of column names (${e.length}) does not match column count (${this.columnCount})`);
			for (let r = 0; r < n; r++) {
				let n = e[r], i = t[n];
				i || (i = [], t[n] = i), this.appendColumnValues(r, i);
			}
		}
		getColumnsObject(e) {
			let t = {};
			return this.appendToColumnsObject(e, t), t;
		}
		visitColumnMajor(e) {
			let t = this.columnCount;
			for (let n = 0; n < t; n++) this.visitColumnValues(n, e);
		}
		visitRowValues(e, t) {
			let n = this.columnCount;
			for (let r = 0; r < n; r++) {
				let n = this.getColumnVector(r);
				t(n.getItem(e), e, r, n.type);
			}
		}
		appendRowValues(e, t) {
			this.visitRowValues(e, (e) => t.push(e));
		}
		getRowValues(e) {
			let t = [];
			return this.appendRowValues(e, t), t;
		}
		convertRowValues(e, t) {
			let n = [];
			return this.visitRowValues(e, (e, r, i) => n.push(t(e, this.getColumnVector(i).type, t))), n;
		}
		visitRows(e) {
			let t = this.rowCount;
			for (let n = 0; n < t; n++) e(this.getRowValues(n), n);
		}
		appendToRows(e) {
			this.visitRows((t) => e.push(t));
		}
		getRows() {
			let e = [];
			return this.appendToRows(e), e;
		}
		convertRows(e) {
			let t = [], n = this.rowCount;
			for (let r = 0; r < n; r++) t.push(this.convertRowValues(r, e));
			return t;
		}
		setRows(e) {
			this.rowCount = e.length;
			let t = this.columnCount;
			for (let n = 0; n < t; n++) {
				let t = this.getColumnVector(n);
				for (let r = 0; r < e.length; r++) t.setItem(r, e[r][n]);
				t.flush();
			}
		}
		setRowsConverted(e, t) {
			this.rowCount = e.length;
			let n = this.columnCount;
			for (let r = 0; r < n; r++) {
				let n = this.getColumnVector(r), { type: i } = n;
				try {
					for (let a = 0; a < e.length; a++) n.setItem(a, t(e[a][r], i, t));
				} catch (e) {
					throw Error(`Failed to set column ${r} (${i})`, { cause: e });
				}
				n.flush();
			}
		}
		appendToRowObjects(e, t) {
			let n = this.columnCount;
			if (e.length !== n) throw Error(`Provided number of column names (${e.length}) does not match column count (${this.columnCount})`);
			let r = this.rowCount;
			for (let n = 0; n < r; n++) {
				let r = {};
				this.visitRowValues(n, (t, n, i) => {
					r[e[i]] = t;
				}), t.push(r);
			}
		}
		getRowObjects(e) {
			let t = [];
			return this.appendToRowObjects(e, t), t;
		}
		visitRowMajor(e) {
			let t = this.rowCount, n = this.columnCount;
			for (let r = 0; r < t; r++) for (let t = 0; t < n; t++) {
				let n = this.getColumnVector(t);
				e(n.getItem(r), r, t, n.type);
			}
		}
	};
})), Ot = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.unsupportedConverter = c, e.nullConverter = l, e.booleanFromValue = u, e.numberFromValue = d, e.jsonNumberFromValue = f, e.bigintFromBigIntValue = p, e.stringFromValue = m, e.bytesFromBlobValue = h, e.bytesFromBitValue = g, e.bytesFromGeometryValue = _, e.dateFromDateValue = v, e.bigintFromTimeValue = y, e.bigintFromTimeNSValue = b, e.dateFromTimestampValue = x, e.dateFromTimestampSecondsValue = S, e.dateFromTimestampMillisecondsValue = C, e.dateFromTimestampNanosecondsValue = w, e.objectFromTimeTZValue = T, e.dateFromTimestampTZValue = E, e.objectFromIntervalValue = D, e.jsonObjectFromIntervalValue = O, e.doubleFromDecimalValue = k, e.arrayFromListValue = A, e.objectFromStructValue = j, e.objectArrayFromMapValue = M, e.arrayFromArrayValue = N, e.objectFromUnionValue = ee, e.fromVariantValue = P;
	let t = G(), n = a(), r = K(), i = z(), o = -864e13, s = 864e13;
	function c(e, t) {
		throw Error(`Unsupported type: ${t}`);
	}
	function l(e) {
		return null;
	}
	function u(e) {
		return !!e;
	}
	function d(e) {
		return Number(e);
	}
	function f(e) {
		return Number.isFinite(e) ? Number(e) : String(e);
	}
	function p(e, t) {
		if (typeof e == `bigint`) return e;
		throw Error(`Expected bigint value for type ${t}`);
	}
	function m(e) {
		return String(e);
	}
	function h(e) {
		if (e instanceof i.DuckDBBlobValue) return e.bytes;
		throw Error(`Expected DuckDBBlobValue`);
	}
	function g(e) {
		if (e instanceof i.DuckDBBitValue) return e.data;
		throw Error(`Expected DuckDBBitValue`);
	}
	function _(e) {
		if (e instanceof i.DuckDBGeometryValue) return e.bytes;
		throw Error(`Expected DuckDBGeometryValue`);
	}
	function v(e) {
		if (e instanceof i.DuckDBDateValue) {
			if (-1e8 <= e.days && e.days <= 1e8) return new Date(e.days * 864e5);
			throw Error(`DATE value out of range for JS Date: ${e.days} days`);
		}
		throw Error(`Expected DuckDBDateValue`);
	}
	function y(e) {
		if (e instanceof i.DuckDBTimeValue) return e.micros;
		throw Error(`Expected DuckDBTimeValue`);
	}
	function b(e) {
		if (e instanceof i.DuckDBTimeNSValue) return e.nanos;
		throw Error(`Expected DuckDBTimeNSValue`);
	}
	function x(e) {
		if (e instanceof i.DuckDBTimestampValue) {
			let t = e.micros / 1000n;
			if (o <= t && t <= s) return new Date(Number(t));
			throw Error(`TIMESTAMP value out of range for JS Date: ${e.micros} micros`);
		}
		throw Error(`Expected DuckDBTimestampValue`);
	}
	function S(e) {
		if (e instanceof i.DuckDBTimestampSecondsValue) {
			let t = e.seconds * 1000n;
			if (o <= t && t <= s) return new Date(Number(t));
			throw Error(`TIMESTAMP_S value out of range for JS Date: ${e.seconds} seconds`);
		}
		throw Error(`Expected DuckDBTimestampSecondsValue`);
	}
	function C(e) {
		if (e instanceof i.DuckDBTimestampMillisecondsValue) {
			let t = e.millis;
			if (o <= t && t <= s) return new Date(Number(t));
			throw Error(`TIMESTAMP_MS value out of range for JS Date: ${e.millis} millis`);
		}
		throw Error(`Expected DuckDBTimestampMillisecondsValue`);
	}
	function w(e) {
		if (e instanceof i.DuckDBTimestampNanosecondsValue) {
			let t = e.nanos / 1000000n;
			if (o <= t && t <= s) return new Date(Number(t));
			throw Error(`TIMESTAMP_NS value out of range for JS Date: ${e.nanos} nanos`);
		}
		throw Error(`Expected DuckDBTimestampNanosecondsValue`);
	}
	function T(e) {
		if (e instanceof i.DuckDBTimeTZValue) return {
			micros: e.micros,
			offset: e.offset
		};
		throw Error(`Expected DuckDBTimeTZValue`);
	}
	function E(e) {
		if (e instanceof i.DuckDBTimestampTZValue) {
			let t = e.micros / 1000n;
			if (o <= t && t <= s) return new Date(Number(t));
			throw Error(`TIMESTAMPTZ value out of range for JS Date: ${e.micros} micros`);
		}
		throw Error(`Expected DuckDBTimestampTZValue`);
	}
	function D(e) {
		if (e instanceof i.DuckDBIntervalValue) return {
			months: e.months,
			days: e.days,
			micros: e.micros
		};
		throw Error(`Expected DuckDBIntervalValue`);
	}
	function O(e) {
		if (e instanceof i.DuckDBIntervalValue) return {
			months: e.months,
			days: e.days,
			micros: String(e.micros)
		};
		throw Error(`Expected DuckDBIntervalValue`);
	}
	function k(e) {
		if (e instanceof i.DuckDBDecimalValue) return e.toDouble();
		throw Error(`Expected DuckDBDecimalValue`);
	}
	function A(e, n, r) {
		if (e instanceof i.DuckDBListValue && n instanceof t.DuckDBListType) return e.items.map((e) => r(e, n.valueType, r));
		throw Error(`Expected DuckDBListValue and DuckDBListType`);
	}
	function j(e, n, r) {
		if (e instanceof i.DuckDBStructValue && n instanceof t.DuckDBStructType) {
			let t = {};
			for (let i in e.entries) t[i] = r(e.entries[i], n.typeForEntry(i), r);
			return t;
		}
		throw Error(`Expected DuckDBStructValue and DuckDBStructType`);
	}
	function M(e, n, r) {
		if (e instanceof i.DuckDBMapValue && n instanceof t.DuckDBMapType) return e.entries.map((e) => ({
			key: r(e.key, n.keyType, r),
			value: r(e.value, n.valueType, r)
		}));
		throw Error(`Expected DuckDBMapValue and DuckDBMapType`);
	}
	function N(e, n, r) {
		if (e instanceof i.DuckDBArrayValue && n instanceof t.DuckDBArrayType) return e.items.map((e) => r(e, n.valueType, r));
		throw Error(`Expected DuckDBArrayValue and DuckDBArrayType`);
	}
	function ee(e, n, r) {
		if (e instanceof i.DuckDBUnionValue && n instanceof t.DuckDBUnionType) return {
			tag: e.tag,
			value: r(e.value, n.memberTypeForTag(e.tag), r)
		};
		throw Error(`Expected DuckDBUnionValue and DuckDBUnionType`);
	}
	function P(e, t, n) {
		if (!(e instanceof i.DuckDBVariantValue)) throw Error(`Expected DuckDBVariantValue`);
		return F(e.value, n, e.type);
	}
	function F(e, t, a) {
		if (e === null) return null;
		if (e instanceof i.DuckDBVariantValue) return F(e.value, t, e.type ?? a);
		if (e instanceof i.DuckDBListValue || e instanceof i.DuckDBArrayValue) return e.items.map((e) => F(e, t));
		if (e instanceof i.DuckDBStructValue) {
			let n = {};
			for (let r in e.entries) n[r] = F(e.entries[r], t);
			return n;
		}
		if (e instanceof i.DuckDBMapValue) return e.entries.map((e) => ({
			key: F(e.key, t),
			value: F(e.value, t)
		}));
		if (e instanceof i.DuckDBUnionValue) return {
			tag: e.tag,
			value: F(e.value, t)
		};
		let o = a ?? (0, r.typeForValue)(e);
		return typeof e == `number` && o.typeId === n.DuckDBTypeId.BIGINT ? t(BigInt(e), o, t) : t(e, o, t);
	}
})), kt = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.JSDuckDBValueConverter = void 0;
	let t = i(), n = a(), r = Ot(), o = {
		[n.DuckDBTypeId.INVALID]: r.unsupportedConverter,
		[n.DuckDBTypeId.BOOLEAN]: r.booleanFromValue,
		[n.DuckDBTypeId.TINYINT]: r.numberFromValue,
		[n.DuckDBTypeId.SMALLINT]: r.numberFromValue,
		[n.DuckDBTypeId.INTEGER]: r.numberFromValue,
		[n.DuckDBTypeId.BIGINT]: r.bigintFromBigIntValue,
		[n.DuckDBTypeId.UTINYINT]: r.numberFromValue,
		[n.DuckDBTypeId.USMALLINT]: r.numberFromValue,
		[n.DuckDBTypeId.UINTEGER]: r.numberFromValue,
		[n.DuckDBTypeId.UBIGINT]: r.bigintFromBigIntValue,
		[n.DuckDBTypeId.FLOAT]: r.numberFromValue,
		[n.DuckDBTypeId.DOUBLE]: r.numberFromValue,
		[n.DuckDBTypeId.TIMESTAMP]: r.dateFromTimestampValue,
		[n.DuckDBTypeId.DATE]: r.dateFromDateValue,
		[n.DuckDBTypeId.TIME]: r.bigintFromTimeValue,
		[n.DuckDBTypeId.INTERVAL]: r.objectFromIntervalValue,
		[n.DuckDBTypeId.HUGEINT]: r.bigintFromBigIntValue,
		[n.DuckDBTypeId.UHUGEINT]: r.bigintFromBigIntValue,
		[n.DuckDBTypeId.VARCHAR]: r.stringFromValue,
		[n.DuckDBTypeId.BLOB]: r.bytesFromBlobValue,
		[n.DuckDBTypeId.DECIMAL]: r.doubleFromDecimalValue,
		[n.DuckDBTypeId.TIMESTAMP_S]: r.dateFromTimestampSecondsValue,
		[n.DuckDBTypeId.TIMESTAMP_MS]: r.dateFromTimestampMillisecondsValue,
		[n.DuckDBTypeId.TIMESTAMP_NS]: r.dateFromTimestampNanosecondsValue,
		[n.DuckDBTypeId.ENUM]: r.stringFromValue,
		[n.DuckDBTypeId.LIST]: r.arrayFromListValue,
		[n.DuckDBTypeId.STRUCT]: r.objectFromStructValue,
		[n.DuckDBTypeId.MAP]: r.objectArrayFromMapValue,
		[n.DuckDBTypeId.ARRAY]: r.arrayFromArrayValue,
		[n.DuckDBTypeId.UUID]: r.stringFromValue,
		[n.DuckDBTypeId.UNION]: r.objectFromUnionValue,
		[n.DuckDBTypeId.BIT]: r.bytesFromBitValue,
		[n.DuckDBTypeId.TIME_TZ]: r.objectFromTimeTZValue,
		[n.DuckDBTypeId.TIMESTAMP_TZ]: r.dateFromTimestampTZValue,
		[n.DuckDBTypeId.ANY]: r.unsupportedConverter,
		[n.DuckDBTypeId.BIGNUM]: r.bigintFromBigIntValue,
		[n.DuckDBTypeId.SQLNULL]: r.nullConverter,
		[n.DuckDBTypeId.STRING_LITERAL]: r.unsupportedConverter,
		[n.DuckDBTypeId.INTEGER_LITERAL]: r.unsupportedConverter,
		[n.DuckDBTypeId.TIME_NS]: r.bigintFromTimeNSValue,
		[n.DuckDBTypeId.GEOMETRY]: r.bytesFromGeometryValue,
		[n.DuckDBTypeId.VARIANT]: r.fromVariantValue
	};
	e.JSDuckDBValueConverter = (0, t.createDuckDBValueConverter)(o);
})), At = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.JsonDuckDBValueConverter = void 0;
	let t = i(), n = a(), r = Ot(), o = {
		[n.DuckDBTypeId.INVALID]: r.unsupportedConverter,
		[n.DuckDBTypeId.BOOLEAN]: r.booleanFromValue,
		[n.DuckDBTypeId.TINYINT]: r.numberFromValue,
		[n.DuckDBTypeId.SMALLINT]: r.numberFromValue,
		[n.DuckDBTypeId.INTEGER]: r.numberFromValue,
		[n.DuckDBTypeId.BIGINT]: r.stringFromValue,
		[n.DuckDBTypeId.UTINYINT]: r.numberFromValue,
		[n.DuckDBTypeId.USMALLINT]: r.numberFromValue,
		[n.DuckDBTypeId.UINTEGER]: r.numberFromValue,
		[n.DuckDBTypeId.UBIGINT]: r.stringFromValue,
		[n.DuckDBTypeId.FLOAT]: r.jsonNumberFromValue,
		[n.DuckDBTypeId.DOUBLE]: r.jsonNumberFromValue,
		[n.DuckDBTypeId.TIMESTAMP]: r.stringFromValue,
		[n.DuckDBTypeId.DATE]: r.stringFromValue,
		[n.DuckDBTypeId.TIME]: r.stringFromValue,
		[n.DuckDBTypeId.INTERVAL]: r.jsonObjectFromIntervalValue,
		[n.DuckDBTypeId.HUGEINT]: r.stringFromValue,
		[n.DuckDBTypeId.UHUGEINT]: r.stringFromValue,
		[n.DuckDBTypeId.VARCHAR]: r.stringFromValue,
		[n.DuckDBTypeId.BLOB]: r.stringFromValue,
		[n.DuckDBTypeId.DECIMAL]: r.stringFromValue,
		[n.DuckDBTypeId.TIMESTAMP_S]: r.stringFromValue,
		[n.DuckDBTypeId.TIMESTAMP_MS]: r.stringFromValue,
		[n.DuckDBTypeId.TIMESTAMP_NS]: r.stringFromValue,
		[n.DuckDBTypeId.ENUM]: r.stringFromValue,
		[n.DuckDBTypeId.LIST]: r.arrayFromListValue,
		[n.DuckDBTypeId.STRUCT]: r.objectFromStructValue,
		[n.DuckDBTypeId.MAP]: r.objectArrayFromMapValue,
		[n.DuckDBTypeId.ARRAY]: r.arrayFromArrayValue,
		[n.DuckDBTypeId.UUID]: r.stringFromValue,
		[n.DuckDBTypeId.UNION]: r.objectFromUnionValue,
		[n.DuckDBTypeId.BIT]: r.stringFromValue,
		[n.DuckDBTypeId.TIME_TZ]: r.stringFromValue,
		[n.DuckDBTypeId.TIMESTAMP_TZ]: r.stringFromValue,
		[n.DuckDBTypeId.ANY]: r.unsupportedConverter,
		[n.DuckDBTypeId.BIGNUM]: r.stringFromValue,
		[n.DuckDBTypeId.SQLNULL]: r.nullConverter,
		[n.DuckDBTypeId.STRING_LITERAL]: r.unsupportedConverter,
		[n.DuckDBTypeId.INTEGER_LITERAL]: r.unsupportedConverter,
		[n.DuckDBTypeId.TIME_NS]: r.stringFromValue,
		[n.DuckDBTypeId.GEOMETRY]: r.stringFromValue,
		[n.DuckDBTypeId.VARIANT]: r.fromVariantValue
	};
	e.JsonDuckDBValueConverter = (0, t.createDuckDBValueConverter)(o);
})), jt = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.convertColumnsFromChunks = t;
	function t(e, t) {
		if (e.length === 0) return [];
		let n = e[0].convertColumns(t);
		for (let r = 1; r < e.length; r++) for (let i = 0; i < n.length; i++) e[r].visitColumnValues(i, (e, r, a, o) => n[i].push(t(e, o, t)));
		return n;
	}
})), Mt = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.convertColumnsObjectFromChunks = t;
	function t(e, t, n) {
		let r = {};
		for (let e of t) r[e] = [];
		if (e.length === 0) return r;
		let i = e[0].columnCount;
		for (let a = 0; a < e.length; a++) for (let o = 0; o < i; o++) e[a].visitColumnValues(o, (e, i, a, s) => r[t[o]].push(n(e, s, n)));
		return r;
	}
})), Nt = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.convertRowObjectsFromChunks = t;
	function t(e, t, n) {
		let r = [];
		for (let i of e) {
			let e = i.rowCount;
			for (let a = 0; a < e; a++) {
				let e = {};
				i.visitRowValues(a, (r, i, a, o) => {
					e[t[a]] = n(r, o, n);
				}), r.push(e);
			}
		}
		return r;
	}
})), Pt = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.convertRowsFromChunks = t;
	function t(e, t) {
		let n = [];
		for (let r of e) {
			let e = r.rowCount;
			for (let i = 0; i < e; i++) n.push(r.convertRowValues(i, t));
		}
		return n;
	}
})), Ft = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.getColumnsFromChunks = t;
	function t(e) {
		let t = [];
		for (let n of e) n.appendToColumns(t);
		return t;
	}
})), It = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.getColumnsObjectFromChunks = t;
	function t(e, t) {
		let n = {};
		for (let r of e) r.appendToColumnsObject(t, n);
		return n;
	}
})), Lt = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.getRowObjectsFromChunks = t;
	function t(e, t) {
		let n = [];
		for (let r of e) r.appendToRowObjects(t, n);
		return n;
	}
})), Rt = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.getRowsFromChunks = t;
	function t(e) {
		let t = [];
		for (let n of e) n.appendToRows(t);
		return t;
	}
})), zt = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBResult = void 0;
	let a = i(n()), s = $(), c = o(), l = kt(), u = At(), d = jt(), f = Mt(), p = Nt(), m = Pt(), h = Ft(), g = It(), _ = Lt(), v = Rt();
	e.DuckDBResult = class {
		result;
		constructor(e) {
			this.result = e;
		}
		get returnType() {
			return a.default.result_return_type(this.result);
		}
		get statementType() {
			return a.default.result_statement_type(this.result);
		}
		get columnCount() {
			return a.default.column_count(this.result);
		}
		columnName(e) {
			return a.default.column_name(this.result, e);
		}
		columnNames() {
			let e = [], t = this.columnCount;
			for (let n = 0; n < t; n++) e.push(this.columnName(n));
			return e;
		}
		deduplicatedColumnNames() {
			let e = [], t = this.columnCount, n = {};
			for (let r = 0; r < t; r++) {
				let t = this.columnName(r), i = (n[t] || 0) + 1;
				n[t] = i, i > 1 ? e.push(`${t}:${i - 1}`) : e.push(t);
			}
			return e;
		}
		columnTypeId(e) {
			return a.default.column_type(this.result, e);
		}
		columnLogicalType(e) {
			return c.DuckDBLogicalType.create(a.default.column_logical_type(this.result, e));
		}
		columnType(e) {
			return c.DuckDBLogicalType.create(a.default.column_logical_type(this.result, e)).asType();
		}
		columnTypeJson(e) {
			return this.columnType(e).toJson();
		}
		columnTypes() {
			let e = [], t = this.columnCount;
			for (let n = 0; n < t; n++) e.push(this.columnType(n));
			return e;
		}
		columnTypesJson() {
			let e = [], t = this.columnCount;
			for (let n = 0; n < t; n++) e.push(this.columnTypeJson(n));
			return e;
		}
		columnNamesAndTypesJson() {
			return {
				columnNames: this.columnNames(),
				columnTypes: this.columnTypesJson()
			};
		}
		columnNameAndTypeObjectsJson() {
			let e = [], t = this.columnCount;
			for (let n = 0; n < t; n++) e.push({
				columnName: this.columnName(n),
				columnType: this.columnTypeJson(n)
			});
			return e;
		}
		get isStreaming() {
			return a.default.result_is_streaming(this.result);
		}
		get rowsChanged() {
			return a.default.rows_changed(this.result);
		}
		async fetchChunk() {
			let e = await a.default.fetch_chunk(this.result);
			return e ? new s.DuckDBDataChunk(e) : null;
		}
		async fetchAllChunks() {
			let e = [];
			for (;;) {
				let t = await this.fetchChunk();
				if (!t || t.rowCount === 0) return e;
				e.push(t);
			}
		}
		async getColumns() {
			let e = await this.fetchAllChunks();
			return (0, h.getColumnsFromChunks)(e);
		}
		async convertColumns(e) {
			let t = await this.fetchAllChunks();
			return (0, d.convertColumnsFromChunks)(t, e);
		}
		async getColumnsJS() {
			return this.convertColumns(l.JSDuckDBValueConverter);
		}
		async getColumnsJson() {
			return this.convertColumns(u.JsonDuckDBValueConverter);
		}
		async getColumnsObject() {
			let e = await this.fetchAllChunks();
			return (0, g.getColumnsObjectFromChunks)(e, this.deduplicatedColumnNames());
		}
		async convertColumnsObject(e) {
			let t = await this.fetchAllChunks();
			return (0, f.convertColumnsObjectFromChunks)(t, this.deduplicatedColumnNames(), e);
		}
		async getColumnsObjectJS() {
			return this.convertColumnsObject(l.JSDuckDBValueConverter);
		}
		async getColumnsObjectJson() {
			return this.convertColumnsObject(u.JsonDuckDBValueConverter);
		}
		async getRows() {
			let e = await this.fetchAllChunks();
			return (0, v.getRowsFromChunks)(e);
		}
		async convertRows(e) {
			let t = await this.fetchAllChunks();
			return (0, m.convertRowsFromChunks)(t, e);
		}
		async getRowsJS() {
			return this.convertRows(l.JSDuckDBValueConverter);
		}
		async getRowsJson() {
			return this.convertRows(u.JsonDuckDBValueConverter);
		}
		async getRowObjects() {
			let e = await this.fetchAllChunks();
			return (0, _.getRowObjectsFromChunks)(e, this.deduplicatedColumnNames());
		}
		async convertRowObjects(e) {
			let t = await this.fetchAllChunks();
			return (0, p.convertRowObjectsFromChunks)(t, this.deduplicatedColumnNames(), e);
		}
		async getRowObjectsJS() {
			return this.convertRowObjects(l.JSDuckDBValueConverter);
		}
		async getRowObjectsJson() {
			return this.convertRowObjects(u.JsonDuckDBValueConverter);
		}
		async *[Symbol.asyncIterator]() {
			for (;;) {
				let e = await this.fetchChunk();
				if (e && e.rowCount > 0) yield e;
				else break;
			}
		}
		async *yieldRows() {
			for await (let e of this) yield (0, v.getRowsFromChunks)([e]);
		}
		async *yieldRowObjects() {
			let e = this.deduplicatedColumnNames();
			for await (let t of this) yield (0, _.getRowObjectsFromChunks)([t], e);
		}
		async *yieldConvertedRows(e) {
			for await (let t of this) yield (0, m.convertRowsFromChunks)([t], e);
		}
		async *yieldConvertedRowObjects(e) {
			let t = this.deduplicatedColumnNames();
			for await (let n of this) yield (0, p.convertRowObjectsFromChunks)([n], t, e);
		}
		yieldRowsJs() {
			return this.yieldConvertedRows(l.JSDuckDBValueConverter);
		}
		yieldRowsJson() {
			return this.yieldConvertedRows(u.JsonDuckDBValueConverter);
		}
		yieldRowObjectJs() {
			return this.yieldConvertedRowObjects(l.JSDuckDBValueConverter);
		}
		yieldRowObjectJson() {
			return this.yieldConvertedRowObjects(u.JsonDuckDBValueConverter);
		}
	};
})), Bt = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBMaterializedResult = void 0;
	let a = i(n()), o = $(), s = zt();
	e.DuckDBMaterializedResult = class extends s.DuckDBResult {
		constructor(e) {
			super(e);
		}
		get rowCount() {
			return a.default.row_count(this.result);
		}
		get chunkCount() {
			return a.default.result_chunk_count(this.result);
		}
		getChunk(e) {
			return new o.DuckDBDataChunk(a.default.result_get_chunk(this.result, e));
		}
	};
})), Vt = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.createResult = c;
	let a = i(n()), o = Bt(), s = zt();
	function c(e) {
		return a.default.result_is_streaming(e) ? new s.DuckDBResult(e) : new o.DuckDBMaterializedResult(e);
	}
})), Ht = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBResultReader = void 0;
	let t = jt(), n = Mt(), r = Nt(), i = Pt(), a = Ft(), o = It(), s = Lt(), c = Rt(), l = kt(), u = At();
	e.DuckDBResultReader = class {
		result;
		chunks;
		chunkSizeRuns;
		currentRowCount_;
		done_;
		constructor(e) {
			this.result = e, this.chunks = [], this.chunkSizeRuns = [], this.currentRowCount_ = 0, this.done_ = !1;
		}
		get returnType() {
			return this.result.returnType;
		}
		get statementType() {
			return this.result.statementType;
		}
		get columnCount() {
			return this.result.columnCount;
		}
		columnName(e) {
			return this.result.columnName(e);
		}
		columnNames() {
			return this.result.columnNames();
		}
		deduplicatedColumnNames() {
			return this.result.deduplicatedColumnNames();
		}
		columnTypeId(e) {
			return this.result.columnTypeId(e);
		}
		columnLogicalType(e) {
			return this.result.columnLogicalType(e);
		}
		columnType(e) {
			return this.result.columnType(e);
		}
		columnTypeJson(e) {
			return this.result.columnTypeJson(e);
		}
		columnTypes() {
			return this.result.columnTypes();
		}
		columnTypesJson() {
			return this.result.columnTypesJson();
		}
		columnNamesAndTypesJson() {
			return this.result.columnNamesAndTypesJson();
		}
		columnNameAndTypeObjectsJson() {
			return this.result.columnNameAndTypeObjectsJson();
		}
		get rowsChanged() {
			return this.result.rowsChanged;
		}
		get currentRowCount() {
			return this.currentRowCount_;
		}
		get done() {
			return this.done_;
		}
		value(e, t) {
			if (this.currentRowCount_ === 0) throw Error(`No rows have been read`);
			let n = 0, r = t;
			for (let t of this.chunkSizeRuns) {
				if (r < t.rowCount) {
					n += Math.floor(r / t.chunkSize);
					let i = r % t.chunkSize;
					return this.chunks[n].getColumnVector(e).getItem(i);
				}
				n += t.chunkCount, r -= t.rowCount;
			}
			throw Error(`Row index ${t} requested, but only ${this.currentRowCount_} row have been read so far.`);
		}
		async readAll() {
			return this.fetchChunks();
		}
		async readUntil(e) {
			return this.fetchChunks(e);
		}
		async fetchChunks(e) {
			for (; !(this.done_ || e !== void 0 && this.currentRowCount_ >= e);) {
				let e = await this.result.fetchChunk();
				e && e.rowCount > 0 ? (this.updateChunkSizeRuns(e), this.chunks.push(e), this.currentRowCount_ += e.rowCount) : this.done_ = !0;
			}
		}
		updateChunkSizeRuns(e) {
			if (this.chunkSizeRuns.length > 0) {
				let t = this.chunkSizeRuns[this.chunkSizeRuns.length - 1];
				if (t.chunkSize === e.rowCount) {
					t.chunkCount += 1, t.rowCount += t.chunkSize;
					return;
				}
			}
			this.chunkSizeRuns.push({
				chunkCount: 1,
				chunkSize: e.rowCount,
				rowCount: e.rowCount
			});
		}
		getColumns() {
			return (0, a.getColumnsFromChunks)(this.chunks);
		}
		convertColumns(e) {
			return (0, t.convertColumnsFromChunks)(this.chunks, e);
		}
		getColumnsJS() {
			return this.convertColumns(l.JSDuckDBValueConverter);
		}
		getColumnsJson() {
			return this.convertColumns(u.JsonDuckDBValueConverter);
		}
		getColumnsObject() {
			return (0, o.getColumnsObjectFromChunks)(this.chunks, this.deduplicatedColumnNames());
		}
		convertColumnsObject(e) {
			return (0, n.convertColumnsObjectFromChunks)(this.chunks, this.deduplicatedColumnNames(), e);
		}
		getColumnsObjectJS() {
			return this.convertColumnsObject(l.JSDuckDBValueConverter);
		}
		getColumnsObjectJson() {
			return this.convertColumnsObject(u.JsonDuckDBValueConverter);
		}
		getRows() {
			return (0, c.getRowsFromChunks)(this.chunks);
		}
		convertRows(e) {
			return (0, i.convertRowsFromChunks)(this.chunks, e);
		}
		getRowsJS() {
			return this.convertRows(l.JSDuckDBValueConverter);
		}
		getRowsJson() {
			return this.convertRows(u.JsonDuckDBValueConverter);
		}
		getRowObjects() {
			return (0, s.getRowObjectsFromChunks)(this.chunks, this.deduplicatedColumnNames());
		}
		convertRowObjects(e) {
			return (0, r.convertRowObjectsFromChunks)(this.chunks, this.deduplicatedColumnNames(), e);
		}
		getRowObjectsJS() {
			return this.convertRowObjects(l.JSDuckDBValueConverter);
		}
		getRowObjectsJson() {
			return this.convertRowObjects(u.JsonDuckDBValueConverter);
		}
	};
})), Ut = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.sleep = t;
	async function t(e) {
		return new Promise((t) => {
			setTimeout(t, e);
		});
	}
})), Wt = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBPendingResult = e.DuckDBPendingResultState = void 0;
	let a = i(n()), o = Vt(), s = Ht(), c = Ut();
	var l;
	(function(e) {
		e[e.RESULT_READY = 0] = `RESULT_READY`, e[e.RESULT_NOT_READY = 1] = `RESULT_NOT_READY`, e[e.NO_TASKS_AVAILABLE = 3] = `NO_TASKS_AVAILABLE`;
	})(l || (e.DuckDBPendingResultState = l = {})), e.DuckDBPendingResult = class {
		pending_result;
		constructor(e) {
			this.pending_result = e;
		}
		runTask() {
			let e = a.default.pending_execute_task(this.pending_result);
			switch (e) {
				case a.default.PendingState.RESULT_READY: return l.RESULT_READY;
				case a.default.PendingState.RESULT_NOT_READY: return l.RESULT_NOT_READY;
				case a.default.PendingState.ERROR: throw Error(`Failure running pending result task: ${a.default.pending_error(this.pending_result)}`);
				case a.default.PendingState.NO_TASKS_AVAILABLE: return l.NO_TASKS_AVAILABLE;
				default: throw Error(`Unexpected pending state: ${e}`);
			}
		}
		async runAllTasks() {
			for (; this.runTask() !== l.RESULT_READY;) await (0, c.sleep)(1);
		}
		async getResult() {
			return (0, o.createResult)(await a.default.execute_pending(this.pending_result));
		}
		async read() {
			return new s.DuckDBResultReader(await this.getResult());
		}
		async readAll() {
			let e = new s.DuckDBResultReader(await this.getResult());
			return await e.readAll(), e;
		}
		async readUntil(e) {
			let t = new s.DuckDBResultReader(await this.getResult());
			return await t.readUntil(e), t;
		}
	};
})), Gt = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBPreparedStatement = void 0;
	let a = i(n()), s = Fe(), c = o(), l = Bt(), u = Wt(), d = zt(), f = Ht(), p = G(), m = K(), h = z();
	e.DuckDBPreparedStatement = class {
		prepared_statement;
		constructor(e) {
			this.prepared_statement = e;
		}
		destroySync() {
			return a.default.destroy_prepare_sync(this.prepared_statement);
		}
		get statementType() {
			return a.default.prepared_statement_type(this.prepared_statement);
		}
		get parameterCount() {
			return a.default.nparams(this.prepared_statement);
		}
		parameterName(e) {
			return a.default.parameter_name(this.prepared_statement, e);
		}
		parameterTypeId(e) {
			return a.default.param_type(this.prepared_statement, e);
		}
		parameterType(e) {
			return c.DuckDBLogicalType.create(a.default.param_logical_type(this.prepared_statement, e)).asType();
		}
		get columnCount() {
			return a.default.prepared_statement_column_count(this.prepared_statement);
		}
		columnName(e) {
			return a.default.prepared_statement_column_name(this.prepared_statement, e);
		}
		columnTypeId(e) {
			return a.default.prepared_statement_column_type(this.prepared_statement, e);
		}
		columnType(e) {
			return c.DuckDBLogicalType.create(a.default.prepared_statement_column_logical_type(this.prepared_statement, e)).asType();
		}
		clearBindings() {
			a.default.clear_bindings(this.prepared_statement);
		}
		parameterIndex(e) {
			return a.default.bind_parameter_index(this.prepared_statement, e);
		}
		bindBoolean(e, t) {
			a.default.bind_boolean(this.prepared_statement, e, t);
		}
		bindTinyInt(e, t) {
			a.default.bind_int8(this.prepared_statement, e, t);
		}
		bindSmallInt(e, t) {
			a.default.bind_int16(this.prepared_statement, e, t);
		}
		bindInteger(e, t) {
			a.default.bind_int32(this.prepared_statement, e, t);
		}
		bindBigInt(e, t) {
			a.default.bind_int64(this.prepared_statement, e, t);
		}
		bindHugeInt(e, t) {
			a.default.bind_hugeint(this.prepared_statement, e, t);
		}
		bindUTinyInt(e, t) {
			a.default.bind_uint8(this.prepared_statement, e, t);
		}
		bindUSmallInt(e, t) {
			a.default.bind_uint16(this.prepared_statement, e, t);
		}
		bindUInteger(e, t) {
			a.default.bind_uint32(this.prepared_statement, e, t);
		}
		bindUBigInt(e, t) {
			a.default.bind_uint64(this.prepared_statement, e, t);
		}
		bindUHugeInt(e, t) {
			a.default.bind_uhugeint(this.prepared_statement, e, t);
		}
		bindBigNum(e, t) {
			this.bindValue(e, t, p.BIGNUM);
		}
		bindDecimal(e, t) {
			a.default.bind_decimal(this.prepared_statement, e, t);
		}
		bindFloat(e, t) {
			a.default.bind_float(this.prepared_statement, e, t);
		}
		bindDouble(e, t) {
			a.default.bind_double(this.prepared_statement, e, t);
		}
		bindDate(e, t) {
			a.default.bind_date(this.prepared_statement, e, t);
		}
		bindTime(e, t) {
			a.default.bind_time(this.prepared_statement, e, t);
		}
		bindTimeTZ(e, t) {
			this.bindValue(e, t, p.TIMETZ);
		}
		bindTimestamp(e, t) {
			a.default.bind_timestamp(this.prepared_statement, e, t);
		}
		bindTimestampTZ(e, t) {
			this.bindValue(e, t, p.TIMESTAMPTZ);
		}
		bindTimestampSeconds(e, t) {
			this.bindValue(e, t, p.TIMESTAMP_S);
		}
		bindTimestampMilliseconds(e, t) {
			this.bindValue(e, t, p.TIMESTAMP_MS);
		}
		bindTimestampNanoseconds(e, t) {
			this.bindValue(e, t, p.TIMESTAMP_NS);
		}
		bindInterval(e, t) {
			a.default.bind_interval(this.prepared_statement, e, t);
		}
		bindVarchar(e, t) {
			a.default.bind_varchar(this.prepared_statement, e, t);
		}
		bindBlob(e, t) {
			a.default.bind_blob(this.prepared_statement, e, t);
		}
		bindEnum(e, t, n) {
			this.bindValue(e, t, n);
		}
		bindArray(e, t, n) {
			this.bindValue(e, t instanceof h.DuckDBArrayValue ? t : (0, h.arrayValue)(t), n);
		}
		bindList(e, t, n) {
			this.bindValue(e, t instanceof h.DuckDBListValue ? t : (0, h.listValue)(t), n);
		}
		bindStruct(e, t, n) {
			this.bindValue(e, t instanceof h.DuckDBStructValue ? t : (0, h.structValue)(t), n);
		}
		bindMap(e, t, n) {
			this.bindValue(e, t, n);
		}
		bindUnion(e, t, n) {
			this.bindValue(e, t, n);
		}
		bindUUID(e, t) {
			this.bindValue(e, t, p.UUID);
		}
		bindBit(e, t) {
			this.bindValue(e, t, p.BIT);
		}
		bindVariant(e, t) {
			t === null ? this.bindNull(e) : this.bindValue(e, t, p.VARIANT);
		}
		bindNull(e) {
			a.default.bind_null(this.prepared_statement, e);
		}
		bindValue(e, t, n) {
			a.default.bind_value(this.prepared_statement, e, (0, s.createValue)(n || (0, m.typeForValue)(t), t));
		}
		bind(e, t) {
			if (Array.isArray(e)) {
				let n = Array.isArray(t);
				for (let r = 0; r < e.length; r++) this.bindValue(r + 1, e[r], n ? t[r] : void 0);
			} else {
				let n = t && !Array.isArray(t);
				for (let r in e) this.bindValue(this.parameterIndex(r), e[r], n ? t[r] : void 0);
			}
		}
		async run() {
			return new l.DuckDBMaterializedResult(await a.default.execute_prepared(this.prepared_statement));
		}
		async runAndRead() {
			return new f.DuckDBResultReader(await this.run());
		}
		async runAndReadAll() {
			let e = new f.DuckDBResultReader(await this.run());
			return await e.readAll(), e;
		}
		async runAndReadUntil(e) {
			let t = new f.DuckDBResultReader(await this.run());
			return await t.readUntil(e), t;
		}
		async stream() {
			return new d.DuckDBResult(await a.default.execute_prepared_streaming(this.prepared_statement));
		}
		async streamAndRead() {
			return new f.DuckDBResultReader(await this.stream());
		}
		async streamAndReadAll() {
			let e = new f.DuckDBResultReader(await this.stream());
			return await e.readAll(), e;
		}
		async streamAndReadUntil(e) {
			let t = new f.DuckDBResultReader(await this.stream());
			return await t.readUntil(e), t;
		}
		start() {
			return new u.DuckDBPendingResult(a.default.pending_prepared(this.prepared_statement));
		}
		startStream() {
			return new u.DuckDBPendingResult(a.default.pending_prepared_streaming(this.prepared_statement));
		}
	};
})), Kt = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBExtractedStatements = void 0;
	let a = i(n()), o = Gt();
	e.DuckDBExtractedStatements = class {
		connection;
		extracted_statements;
		statement_count;
		preparedStatements;
		constructor(e, t, n, r) {
			this.connection = e, this.extracted_statements = t, this.statement_count = n, this.preparedStatements = r;
		}
		get count() {
			return this.statement_count;
		}
		async prepare(e) {
			let t = new o.DuckDBPreparedStatement(await a.default.prepare_extracted_statement(this.connection, this.extracted_statements, e));
			return this.preparedStatements && this.preparedStatements.add(t), t;
		}
	};
})), qt = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.createConfig = o;
	let a = i(n());
	function o(e) {
		let t = a.default.create_config();
		if (a.default.set_config(t, `duckdb_api`, `node-neo-api`), e) for (let n in e) {
			let r = String(e[n]);
			a.default.set_config(t, n, r);
		}
		return t;
	}
})), Jt = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBInstanceCache = void 0;
	let a = i(n()), o = Yt(), s = qt();
	e.DuckDBInstanceCache = class e {
		cache;
		constructor() {
			this.cache = a.default.create_instance_cache();
		}
		async getOrCreateInstance(e, t) {
			let n = (0, s.createConfig)(t), r = await a.default.get_or_create_from_cache(this.cache, e, n);
			return new o.DuckDBInstance(r);
		}
		static singletonInstance;
		static get singleton() {
			return e.singletonInstance ||= new e(), e.singletonInstance;
		}
	};
})), Yt = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBInstance = void 0;
	let a = i(n()), o = qt(), s = Zt(), c = Jt();
	e.DuckDBInstance = class e {
		db;
		constructor(e) {
			this.db = e;
		}
		static async create(t, n) {
			let r = (0, o.createConfig)(n);
			return new e(await a.default.open(t, r));
		}
		static async fromCache(e, t) {
			return c.DuckDBInstanceCache.singleton.getOrCreateInstance(e, t);
		}
		async connect() {
			return new s.DuckDBConnection(await a.default.connect(this.db));
		}
		closeSync() {
			a.default.close_sync(this.db);
		}
	};
})), Xt = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBPreparedStatementWeakRefCollection = void 0, e.DuckDBPreparedStatementWeakRefCollection = class {
		preparedStatements = [];
		lastPruneTime = 0;
		add(e) {
			let t = performance.now();
			t - this.lastPruneTime > 1e3 && (this.lastPruneTime = t, this.prune()), this.preparedStatements.push(new WeakRef(e));
		}
		destroySync() {
			for (let e of this.preparedStatements) {
				let t = e.deref();
				t && t.destroySync();
			}
			this.preparedStatements = [];
		}
		prune() {
			this.preparedStatements = this.preparedStatements.filter((e) => !!e.deref());
		}
	};
})), Zt = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBConnection = void 0;
	let a = i(n()), o = Ie(), s = q(), c = Kt(), l = Yt(), u = Bt(), d = Gt(), f = Xt(), p = Ht();
	e.DuckDBConnection = class {
		connection;
		preparedStatements;
		constructor(e) {
			this.connection = e, this.preparedStatements = new f.DuckDBPreparedStatementWeakRefCollection();
		}
		static async create(e) {
			return e ? e.connect() : (await l.DuckDBInstance.fromCache()).connect();
		}
		closeSync() {
			this.disconnectSync();
		}
		disconnectSync() {
			this.preparedStatements.destroySync(), a.default.disconnect_sync(this.connection);
		}
		get clientContext() {
			return this.getClientContext();
		}
		getClientContext() {
			return new s.DuckDBClientContext(a.default.connection_get_client_context(this.connection));
		}
		interrupt() {
			a.default.interrupt(this.connection);
		}
		get progress() {
			return a.default.query_progress(this.connection);
		}
		async run(e, t, n) {
			if (t) {
				let r = await this.runUntilLast(e);
				try {
					return r.bind(t, n), await r.run();
				} finally {
					r.destroySync();
				}
			} else return new u.DuckDBMaterializedResult(await a.default.query(this.connection, e));
		}
		async runAndRead(e, t, n) {
			return new p.DuckDBResultReader(await this.run(e, t, n));
		}
		async runAndReadAll(e, t, n) {
			let r = await this.runAndRead(e, t, n);
			return await r.readAll(), r;
		}
		async runAndReadUntil(e, t, n, r) {
			let i = await this.runAndRead(e, n, r);
			return await i.readUntil(t), i;
		}
		async stream(e, t, n) {
			let r = await this.runUntilLast(e);
			try {
				return t && r.bind(t, n), await r.stream();
			} finally {
				r.destroySync();
			}
		}
		async streamAndRead(e, t, n) {
			return new p.DuckDBResultReader(await this.stream(e, t, n));
		}
		async streamAndReadAll(e, t, n) {
			let r = await this.streamAndRead(e, t, n);
			return await r.readAll(), r;
		}
		async streamAndReadUntil(e, t, n, r) {
			let i = await this.streamAndRead(e, n, r);
			return await i.readUntil(t), i;
		}
		async start(e, t, n) {
			let r = await this.runUntilLast(e);
			try {
				return t && r.bind(t, n), r.start();
			} finally {
				r.destroySync();
			}
		}
		async startThenRead(e, t, n) {
			let r = await this.start(e, t, n);
			return await r.runAllTasks(), new p.DuckDBResultReader(await r.getResult());
		}
		async startThenReadAll(e, t, n) {
			let r = await this.startThenRead(e, t, n);
			return await r.readAll(), r;
		}
		async startThenReadUntil(e, t, n, r) {
			let i = await this.startThenRead(e, n, r);
			return await i.readUntil(t), i;
		}
		async startStream(e, t, n) {
			let r = await this.runUntilLast(e);
			try {
				return t && r.bind(t, n), r.startStream();
			} finally {
				r.destroySync();
			}
		}
		async startStreamThenRead(e, t, n) {
			let r = await this.startStream(e, t, n);
			return await r.runAllTasks(), new p.DuckDBResultReader(await r.getResult());
		}
		async startStreamThenReadAll(e, t, n) {
			let r = await this.startStreamThenRead(e, t, n);
			return await r.readAll(), r;
		}
		async startStreamThenReadUntil(e, t, n, r) {
			let i = await this.startStreamThenRead(e, n, r);
			return await i.readUntil(t), i;
		}
		async prepare(e) {
			let t = await this.createPrepared(e);
			return this.preparedStatements.add(t), t;
		}
		async createPrepared(e) {
			return new d.DuckDBPreparedStatement(await a.default.prepare(this.connection, e));
		}
		async extractStatements(e) {
			let { extracted_statements: t, statement_count: n } = await a.default.extract_statements(this.connection, e);
			if (n === 0) throw Error(`Failed to extract statements: ${a.default.extract_statements_error(t)}`);
			return new c.DuckDBExtractedStatements(this.connection, t, n, this.preparedStatements);
		}
		async runUntilLast(e) {
			let t = await this.extractStatements(e), n = t.count;
			if (n > 1) for (let e = 0; e < n - 1; e++) {
				let n = await t.prepare(e);
				try {
					await n.run();
				} finally {
					n.destroySync();
				}
			}
			return t.prepare(n - 1);
		}
		getTableNames(e, t) {
			let n = [], r = a.default.get_table_names(this.connection, e, t), i = a.default.get_list_size(r);
			for (let e = 0; e < i; e++) {
				let t = a.default.get_list_child(r, e), i = a.default.get_varchar(t);
				n.push(i);
			}
			return n.sort(), n;
		}
		async createAppender(e, t, n) {
			return new o.DuckDBAppender(this, a.default.appender_create_ext(this.connection, n ?? null, t ?? null, e));
		}
		registerTableFunction(e) {
			a.default.register_table_function(this.connection, e.table_function);
		}
		registerScalarFunction(e) {
			a.default.register_scalar_function(this.connection, e.scalar_function);
		}
	};
})), Qt = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBDataChunkWriter = void 0;
	let a = i(n()), o = $();
	e.DuckDBDataChunkWriter = class e {
		types;
		sink;
		rowsPerDataChunk;
		converter;
		rows = [];
		constructor(e, t, n = {}) {
			this.types = e, this.sink = t;
			let r = a.default.vector_size();
			if (this.rowsPerDataChunk = n.rowsPerDataChunk ?? r, this.rowsPerDataChunk < 1 || this.rowsPerDataChunk > r) throw Error(`rowsPerDataChunk must be between 1 and ${r}, got ${this.rowsPerDataChunk}`);
			this.converter = n.converter;
		}
		static forAppender(t, n = {}) {
			let r = [], i = t.columnCount;
			for (let e = 0; e < i; e++) r.push(t.columnType(e));
			return new e(r, (e) => t.appendDataChunk(e), n);
		}
		get bufferedRowCount() {
			return this.rows.length;
		}
		appendRow(e) {
			if (e.length !== this.types.length) throw Error(`Provided number of values (${e.length}) does not match number of types (${this.types.length})`);
			this.rows.push(e.slice()), this.rows.length >= this.rowsPerDataChunk && this.flush();
		}
		flush() {
			if (this.rows.length === 0) return;
			let e = this.rows;
			this.rows = [];
			let t = o.DuckDBDataChunk.create(this.types);
			this.converter ? t.setRowsConverted(e, this.converter) : t.setRows(e), this.sink(t);
		}
	};
})), $t = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 });
})), en = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBBindInfo = e.DuckDBScalarFunctionBindInfo = void 0;
	let a = i(n()), o = q();
	var s = class {
		bind_info;
		constructor(e) {
			this.bind_info = e;
		}
		get clientContext() {
			return this.getClientContext();
		}
		getClientContext() {
			return new o.DuckDBClientContext(a.default.scalar_function_get_client_context(this.bind_info));
		}
		get extraInfo() {
			return this.getExtraInfo();
		}
		getExtraInfo() {
			return a.default.scalar_function_bind_get_extra_info(this.bind_info);
		}
		setBindData(e) {
			a.default.scalar_function_set_bind_data(this.bind_info, e);
		}
		setError(e) {
			a.default.scalar_function_bind_set_error(this.bind_info, e);
		}
	};
	e.DuckDBScalarFunctionBindInfo = s, e.DuckDBBindInfo = s;
})), tn = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBFunctionInfo = e.DuckDBScalarFunctionInfo = void 0;
	let a = i(n());
	var o = class {
		function_info;
		constructor(e) {
			this.function_info = e;
		}
		get bindData() {
			return this.getBindData();
		}
		getBindData() {
			return a.default.scalar_function_get_bind_data(this.function_info);
		}
		get extraInfo() {
			return this.getExtraInfo();
		}
		getExtraInfo() {
			return a.default.scalar_function_get_extra_info(this.function_info);
		}
		get state() {
			return this.getState();
		}
		getState() {
			return a.default.scalar_function_get_state(this.function_info);
		}
		setError(e) {
			a.default.scalar_function_set_error(this.function_info, e);
		}
	};
	e.DuckDBScalarFunctionInfo = o, e.DuckDBFunctionInfo = o;
})), nn = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBScalarFunctionInitInfo = void 0;
	let a = i(n()), o = q();
	e.DuckDBScalarFunctionInitInfo = class {
		init_info;
		constructor(e) {
			this.init_info = e;
		}
		get clientContext() {
			return this.getClientContext();
		}
		getClientContext() {
			return new o.DuckDBClientContext(a.default.scalar_function_init_get_client_context(this.init_info));
		}
		get extraInfo() {
			return this.getExtraInfo();
		}
		getExtraInfo() {
			return a.default.scalar_function_init_get_extra_info(this.init_info);
		}
		get bindData() {
			return this.getBindData();
		}
		getBindData() {
			return a.default.scalar_function_init_get_bind_data(this.init_info);
		}
		setState(e) {
			a.default.scalar_function_init_set_state(this.init_info, e);
		}
		setError(e) {
			a.default.scalar_function_init_set_error(this.init_info, e);
		}
	};
})), rn = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBScalarFunction = void 0;
	let a = i(n()), o = $(), s = en(), c = tn(), l = nn(), u = Q();
	e.DuckDBScalarFunction = class e {
		scalar_function;
		constructor() {
			this.scalar_function = a.default.create_scalar_function();
		}
		static create({ name: t, bindFunction: n, initFunction: r, mainFunction: i, returnType: a, parameterTypes: o, varArgsType: s, specialHandling: c, volatile: l, extraInfo: u }) {
			let d = new e();
			if (d.setName(t), n && d.setBindFunction(n), r && d.setInitFunction(r), d.setMainFunction(i), d.setReturnType(a), o) for (let e of o) d.addParameter(e);
			return s && d.setVarArgs(s), c && d.setSpecialHandling(), l && d.setVolatile(), u && d.setExtraInfo(u), d;
		}
		destroySync() {
			a.default.destroy_scalar_function_sync(this.scalar_function);
		}
		setName(e) {
			a.default.scalar_function_set_name(this.scalar_function, e);
		}
		setBindFunction(e) {
			a.default.scalar_function_set_bind(this.scalar_function, (t) => {
				e(new s.DuckDBScalarFunctionBindInfo(t));
			});
		}
		setInitFunction(e) {
			a.default.scalar_function_set_init(this.scalar_function, (t) => {
				e(new l.DuckDBScalarFunctionInitInfo(t));
			});
		}
		setMainFunction(e) {
			a.default.scalar_function_set_function(this.scalar_function, (t, n, r) => {
				let i = new c.DuckDBScalarFunctionInfo(t), a = new o.DuckDBDataChunk(n);
				e(i, a, u.DuckDBVector.create(r, a.rowCount));
			});
		}
		setReturnType(e) {
			a.default.scalar_function_set_return_type(this.scalar_function, e.toLogicalType().logical_type);
		}
		addParameter(e) {
			a.default.scalar_function_add_parameter(this.scalar_function, e.toLogicalType().logical_type);
		}
		setVarArgs(e) {
			a.default.scalar_function_set_varargs(this.scalar_function, e.toLogicalType().logical_type);
		}
		setSpecialHandling() {
			a.default.scalar_function_set_special_handling(this.scalar_function);
		}
		setVolatile() {
			a.default.scalar_function_set_volatile(this.scalar_function);
		}
		setExtraInfo(e) {
			a.default.scalar_function_set_extra_info(this.scalar_function, e);
		}
	};
})), an = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.readValue = s;
	let a = i(n()), o = Q();
	function s(e) {
		let t = a.default.create_vector(a.default.get_value_type(e), 1);
		return a.default.vector_reference_value(t, e), o.DuckDBVector.create(t, 1).getItem(0);
	}
})), on = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBTableFunctionBindInfo = void 0;
	let a = i(n()), o = q(), s = an();
	e.DuckDBTableFunctionBindInfo = class {
		bind_info;
		constructor(e) {
			this.bind_info = e;
		}
		get clientContext() {
			return this.getClientContext();
		}
		getClientContext() {
			return new o.DuckDBClientContext(a.default.table_function_get_client_context(this.bind_info));
		}
		get extraInfo() {
			return this.getExtraInfo();
		}
		getExtraInfo() {
			return a.default.bind_get_extra_info(this.bind_info);
		}
		get parameterCount() {
			return this.getParameterCount();
		}
		getParameterCount() {
			return a.default.bind_get_parameter_count(this.bind_info);
		}
		getParameter(e) {
			return (0, s.readValue)(a.default.bind_get_parameter(this.bind_info, e));
		}
		getNamedParameter(e) {
			let t = a.default.bind_get_named_parameter(this.bind_info, e);
			return t === null ? null : (0, s.readValue)(t);
		}
		addResultColumn(e, t) {
			a.default.bind_add_result_column(this.bind_info, e, t.toLogicalType().logical_type);
		}
		setBindData(e) {
			a.default.bind_set_bind_data(this.bind_info, e);
		}
		setCardinality(e, t) {
			a.default.bind_set_cardinality(this.bind_info, e, t);
		}
		setError(e) {
			a.default.bind_set_error(this.bind_info, e);
		}
	};
})), sn = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBTableFunctionInfo = void 0;
	let a = i(n());
	e.DuckDBTableFunctionInfo = class {
		function_info;
		constructor(e) {
			this.function_info = e;
		}
		get extraInfo() {
			return this.getExtraInfo();
		}
		getExtraInfo() {
			return a.default.function_get_extra_info(this.function_info);
		}
		get bindData() {
			return this.getBindData();
		}
		getBindData() {
			return a.default.function_get_bind_data(this.function_info);
		}
		get initData() {
			return this.getInitData();
		}
		getInitData() {
			return a.default.function_get_init_data(this.function_info);
		}
		get localInitData() {
			return this.getLocalInitData();
		}
		getLocalInitData() {
			return a.default.function_get_local_init_data(this.function_info);
		}
		setError(e) {
			a.default.function_set_error(this.function_info, e);
		}
	};
})), cn = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBTableFunctionInitInfo = void 0;
	let a = i(n());
	e.DuckDBTableFunctionInitInfo = class {
		init_info;
		constructor(e) {
			this.init_info = e;
		}
		get extraInfo() {
			return this.getExtraInfo();
		}
		getExtraInfo() {
			return a.default.init_get_extra_info(this.init_info);
		}
		get bindData() {
			return this.getBindData();
		}
		getBindData() {
			return a.default.init_get_bind_data(this.init_info);
		}
		get columnCount() {
			return this.getColumnCount();
		}
		getColumnCount() {
			return a.default.init_get_column_count(this.init_info);
		}
		getColumnIndex(e) {
			return a.default.init_get_column_index(this.init_info, e);
		}
		getColumnIndexes() {
			let e = this.getColumnCount(), t = [];
			for (let n = 0; n < e; n++) t.push(this.getColumnIndex(n));
			return t;
		}
		setInitData(e) {
			a.default.init_set_init_data(this.init_info, e);
		}
		setMaxThreads(e) {
			a.default.init_set_max_threads(this.init_info, e);
		}
		setError(e) {
			a.default.init_set_error(this.init_info, e);
		}
	};
})), ln = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuckDBTableFunction = void 0;
	let a = i(n()), o = $(), s = on(), c = sn(), l = cn();
	e.DuckDBTableFunction = class e {
		table_function;
		constructor() {
			this.table_function = a.default.create_table_function();
		}
		static create({ name: t, bindFunction: n, initFunction: r, localInitFunction: i, mainFunction: a, parameterTypes: o, namedParameterTypes: s, supportsProjectionPushdown: c, extraInfo: l }) {
			let u = new e();
			if (u.setName(t), u.setBindFunction(n), u.setInitFunction(r), i && u.setLocalInitFunction(i), u.setMainFunction(a), o) for (let e of o) u.addParameter(e);
			if (s) for (let [e, t] of Object.entries(s)) u.addNamedParameter(e, t);
			return c && u.setSupportsProjectionPushdown(!0), l && u.setExtraInfo(l), u;
		}
		destroySync() {
			a.default.destroy_table_function_sync(this.table_function);
		}
		setName(e) {
			a.default.table_function_set_name(this.table_function, e);
		}
		setBindFunction(e) {
			a.default.table_function_set_bind(this.table_function, (t) => {
				e(new s.DuckDBTableFunctionBindInfo(t));
			});
		}
		setInitFunction(e) {
			a.default.table_function_set_init(this.table_function, (t) => {
				e(new l.DuckDBTableFunctionInitInfo(t));
			});
		}
		setLocalInitFunction(e) {
			a.default.table_function_set_local_init(this.table_function, (t) => {
				e(new l.DuckDBTableFunctionInitInfo(t));
			});
		}
		setMainFunction(e) {
			a.default.table_function_set_function(this.table_function, (t, n) => {
				e(new c.DuckDBTableFunctionInfo(t), new o.DuckDBDataChunk(n));
			});
		}
		addParameter(e) {
			a.default.table_function_add_parameter(this.table_function, e.toLogicalType().logical_type);
		}
		addNamedParameter(e, t) {
			a.default.table_function_add_named_parameter(this.table_function, e, t.toLogicalType().logical_type);
		}
		setSupportsProjectionPushdown(e) {
			a.default.table_function_supports_projection_pushdown(this.table_function, e);
		}
		setExtraInfo(e) {
			a.default.table_function_set_extra_info(this.table_function, e);
		}
	};
})), un = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 });
})), dn = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.createToDuckDBValueConverter = t;
	function t(e) {
		return (t, n, r) => {
			if (t == null) return null;
			let i = e[n.typeId];
			if (!i) throw Error(`No converter for typeId: ${n.typeId}`);
			return i(t, n, r);
		};
	}
})), fn = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.unwritableConverter = i, e.nullFromNull = a, e.valueFromBoolean = o, e.valueFromNumber = s, e.bigintFromNumeric = c, e.valueFromString = l, e.blobValueFromBytes = u, e.bitValueFromBytes = d, e.geometryValueFromBytes = f, e.dateValueFromDate = p, e.timeValueFromMicros = m, e.timeNSValueFromNanos = h, e.timeTZValueFromObject = g, e.timestampValueFromDate = _, e.timestampTZValueFromDate = v, e.timestampSecondsValueFromDate = y, e.timestampMillisValueFromDate = b, e.timestampNanosValueFromDate = x, e.intervalValueFromObject = S, e.decimalValueFromNumeric = C, e.uuidValueFromString = T, e.listValueFromArray = E, e.arrayValueFromArray = D, e.structValueFromObject = O, e.mapValueFromEntries = k, e.unionValueFromObject = A, e.variantValueFromJS = j;
	let t = G(), n = z();
	function r(e) {
		let t = e.getTime();
		if (Number.isNaN(t)) throw Error(`Cannot convert an Invalid Date`);
		return t;
	}
	function i(e, t) {
		throw Error(`Cannot write values of type: ${t}`);
	}
	function a() {
		return null;
	}
	function o(e) {
		return !!e;
	}
	function s(e) {
		return e;
	}
	function c(e) {
		return typeof e == `bigint` ? e : BigInt(e);
	}
	function l(e) {
		return e;
	}
	function u(e) {
		return new n.DuckDBBlobValue(e);
	}
	function d(e) {
		return new n.DuckDBBitValue(e);
	}
	function f(e) {
		return new n.DuckDBGeometryValue(e);
	}
	function p(e) {
		return new n.DuckDBDateValue(Math.floor(r(e) / 864e5));
	}
	function m(e) {
		return new n.DuckDBTimeValue(e);
	}
	function h(e) {
		return new n.DuckDBTimeNSValue(e);
	}
	function g(e) {
		return n.DuckDBTimeTZValue.fromMicrosAndOffset(e.micros, e.offset);
	}
	function _(e) {
		return new n.DuckDBTimestampValue(BigInt(r(e)) * 1000n);
	}
	function v(e) {
		return new n.DuckDBTimestampTZValue(BigInt(r(e)) * 1000n);
	}
	function y(e) {
		return new n.DuckDBTimestampSecondsValue(BigInt(Math.floor(r(e) / 1e3)));
	}
	function b(e) {
		return new n.DuckDBTimestampMillisecondsValue(BigInt(r(e)));
	}
	function x(e) {
		return new n.DuckDBTimestampNanosecondsValue(BigInt(r(e)) * 1000000n);
	}
	function S(e) {
		return new n.DuckDBIntervalValue(e.months, e.days, e.micros);
	}
	function C(e, r) {
		if (!(r instanceof t.DuckDBDecimalType)) throw Error(`Expected DuckDBDecimalType`);
		return typeof e == `bigint` ? new n.DuckDBDecimalValue(e, r.width, r.scale) : n.DuckDBDecimalValue.fromDouble(e, r.width, r.scale);
	}
	let w = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
	function T(e) {
		if (!w.test(e)) throw Error(`Not a UUID string: ${e}`);
		return n.DuckDBUUIDValue.fromUint128(BigInt(`0x${e.replace(/-/g, ``)}`));
	}
	function E(e, r, i) {
		if (!(r instanceof t.DuckDBListType)) throw Error(`Expected DuckDBListType`);
		return (0, n.listValue)(e.map((e) => i(e, r.valueType, i)));
	}
	function D(e, r, i) {
		if (!(r instanceof t.DuckDBArrayType)) throw Error(`Expected DuckDBArrayType`);
		if (e.length !== r.length) throw Error(`Expected ${r.length} items for ${r}, got ${e.length}`);
		return (0, n.arrayValue)(e.map((e) => i(e, r.valueType, i)));
	}
	function O(e, r, i) {
		if (!(r instanceof t.DuckDBStructType)) throw Error(`Expected DuckDBStructType`);
		let a = {};
		for (let t of r.entryNames) {
			if (!(t in e)) throw Error(`Missing entry for struct key: ${t}`);
			a[t] = i(e[t], r.typeForEntry(t), i);
		}
		return (0, n.structValue)(a);
	}
	function k(e, r, i) {
		if (!(r instanceof t.DuckDBMapType)) throw Error(`Expected DuckDBMapType`);
		return (0, n.mapValue)(e.map((e) => ({
			key: i(e.key, r.keyType, i),
			value: i(e.value, r.valueType, i)
		})));
	}
	function A(e, r, i) {
		if (!(r instanceof t.DuckDBUnionType)) throw Error(`Expected DuckDBUnionType`);
		if (!(e.tag in r.tagMemberIndexes)) throw Error(`Tag ${JSON.stringify(e.tag)} is not a member of ${r}`);
		return (0, n.unionValue)(e.tag, i(e.value, r.memberTypeForTag(e.tag), i));
	}
	function j(e) {
		return e instanceof n.DuckDBVariantValue ? e : (0, n.variantValue)(e);
	}
})), pn = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.StatementType = e.ResultReturnType = void 0;
	let a = i(n());
	e.ResultReturnType = a.default.ResultType, e.StatementType = a.default.StatementType;
})), mn = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 });
})), hn = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), a();
})), gn = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.JSToDuckDBValueConverter = void 0, e.jsToDuckDBValue = o;
	let t = a(), n = dn(), r = fn(), i = {
		[t.DuckDBTypeId.INVALID]: r.unwritableConverter,
		[t.DuckDBTypeId.BOOLEAN]: r.valueFromBoolean,
		[t.DuckDBTypeId.TINYINT]: r.valueFromNumber,
		[t.DuckDBTypeId.SMALLINT]: r.valueFromNumber,
		[t.DuckDBTypeId.INTEGER]: r.valueFromNumber,
		[t.DuckDBTypeId.BIGINT]: r.bigintFromNumeric,
		[t.DuckDBTypeId.UTINYINT]: r.valueFromNumber,
		[t.DuckDBTypeId.USMALLINT]: r.valueFromNumber,
		[t.DuckDBTypeId.UINTEGER]: r.valueFromNumber,
		[t.DuckDBTypeId.UBIGINT]: r.bigintFromNumeric,
		[t.DuckDBTypeId.FLOAT]: r.valueFromNumber,
		[t.DuckDBTypeId.DOUBLE]: r.valueFromNumber,
		[t.DuckDBTypeId.TIMESTAMP]: r.timestampValueFromDate,
		[t.DuckDBTypeId.DATE]: r.dateValueFromDate,
		[t.DuckDBTypeId.TIME]: r.timeValueFromMicros,
		[t.DuckDBTypeId.INTERVAL]: r.intervalValueFromObject,
		[t.DuckDBTypeId.HUGEINT]: r.bigintFromNumeric,
		[t.DuckDBTypeId.UHUGEINT]: r.bigintFromNumeric,
		[t.DuckDBTypeId.VARCHAR]: r.valueFromString,
		[t.DuckDBTypeId.BLOB]: r.blobValueFromBytes,
		[t.DuckDBTypeId.DECIMAL]: r.decimalValueFromNumeric,
		[t.DuckDBTypeId.TIMESTAMP_S]: r.timestampSecondsValueFromDate,
		[t.DuckDBTypeId.TIMESTAMP_MS]: r.timestampMillisValueFromDate,
		[t.DuckDBTypeId.TIMESTAMP_NS]: r.timestampNanosValueFromDate,
		[t.DuckDBTypeId.ENUM]: r.valueFromString,
		[t.DuckDBTypeId.LIST]: r.listValueFromArray,
		[t.DuckDBTypeId.STRUCT]: r.structValueFromObject,
		[t.DuckDBTypeId.MAP]: r.mapValueFromEntries,
		[t.DuckDBTypeId.ARRAY]: r.arrayValueFromArray,
		[t.DuckDBTypeId.UUID]: r.uuidValueFromString,
		[t.DuckDBTypeId.UNION]: r.unionValueFromObject,
		[t.DuckDBTypeId.BIT]: r.bitValueFromBytes,
		[t.DuckDBTypeId.TIME_TZ]: r.timeTZValueFromObject,
		[t.DuckDBTypeId.TIMESTAMP_TZ]: r.timestampTZValueFromDate,
		[t.DuckDBTypeId.ANY]: r.unwritableConverter,
		[t.DuckDBTypeId.BIGNUM]: r.bigintFromNumeric,
		[t.DuckDBTypeId.SQLNULL]: r.nullFromNull,
		[t.DuckDBTypeId.STRING_LITERAL]: r.unwritableConverter,
		[t.DuckDBTypeId.INTEGER_LITERAL]: r.unwritableConverter,
		[t.DuckDBTypeId.TIME_NS]: r.timeNSValueFromNanos,
		[t.DuckDBTypeId.GEOMETRY]: r.geometryValueFromBytes,
		[t.DuckDBTypeId.VARIANT]: r.variantValueFromJS
	};
	e.JSToDuckDBValueConverter = (0, n.createToDuckDBValueConverter)(i);
	function o(t, n) {
		return (0, e.JSToDuckDBValueConverter)(t, n, e.JSToDuckDBValueConverter);
	}
})), _n = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), a();
})), vn = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 });
})), yn = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), a();
})), bn = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.version = o;
	let a = i(n());
	function o() {
		return a.default.library_version();
	}
})), xn = t(((e, t, s) => {
	var c = s && s.__createBinding || (Object.create ? (function(e, t, n, r) {
		r === void 0 && (r = n);
		var i = Object.getOwnPropertyDescriptor(t, n);
		(!i || (`get` in i ? !t.__esModule : i.writable || i.configurable)) && (i = {
			enumerable: !0,
			get: function() {
				return t[n];
			}
		}), Object.defineProperty(e, r, i);
	}) : (function(e, t, n, r) {
		r === void 0 && (r = n), e[r] = t[n];
	})), l = s && s.__exportStar || function(e, t) {
		for (var n in e) n !== "default" && !Object.prototype.hasOwnProperty.call(t, n) && c(t, e, n);
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.uhugeint_to_double = e.hugeint_to_double = e.double_to_uhugeint = e.double_to_hugeint = void 0;
	var u = n();
	Object.defineProperty(e, "double_to_hugeint", {
		enumerable: !0,
		get: function() {
			return u.double_to_hugeint;
		}
	}), Object.defineProperty(e, "double_to_uhugeint", {
		enumerable: !0,
		get: function() {
			return u.double_to_uhugeint;
		}
	}), Object.defineProperty(e, "hugeint_to_double", {
		enumerable: !0,
		get: function() {
			return u.hugeint_to_double;
		}
	}), Object.defineProperty(e, "uhugeint_to_double", {
		enumerable: !0,
		get: function() {
			return u.uhugeint_to_double;
		}
	}), l(r(), e), l(i(), e), l(Ie(), e), l(q(), e), l(Zt(), e), l($(), e), l(Qt(), e), l(Kt(), e), l(Yt(), e), l(Jt(), e), l(o(), e), l(Bt(), e), l(Wt(), e), l(Gt(), e), l($t(), e), l(zt(), e), l(Ht(), e), l(rn(), e), l(en(), e), l(tn(), e), l(nn(), e), l(ln(), e), l(on(), e), l(sn(), e), l(cn(), e), l(G(), e), l(a(), e), l(un(), e), l(Ot(), e), l(Q(), e), l(dn(), e), l(fn(), e), l(pn(), e), l(mn(), e), l(kt(), e), l(hn(), e), l(gn(), e), l(_n(), e), l(vn(), e), l(At(), e), l(yn(), e), l(an(), e), l(h(), e), l(z(), e), l(bn(), e);
})), Sn = t(((e, t, n) => {
	var r = n && n.__createBinding || (Object.create ? (function(e, t, n, r) {
		r === void 0 && (r = n);
		var i = Object.getOwnPropertyDescriptor(t, n);
		(!i || (`get` in i ? !t.__esModule : i.writable || i.configurable)) && (i = {
			enumerable: !0,
			get: function() {
				return t[n];
			}
		}), Object.defineProperty(e, r, i);
	}) : (function(e, t, n, r) {
		r === void 0 && (r = n), e[r] = t[n];
	})), i = n && n.__setModuleDefault || (Object.create ? (function(e, t) {
		Object.defineProperty(e, "default", {
			enumerable: !0,
			value: t
		});
	}) : function(e, t) {
		e.default = t;
	}), a = n && n.__importStar || (function() {
		var e = function(t) {
			return e = Object.getOwnPropertyNames || function(e) {
				var t = [];
				for (var n in e) Object.prototype.hasOwnProperty.call(e, n) && (t[t.length] = n);
				return t;
			}, e(t);
		};
		return function(t) {
			if (t && t.__esModule) return t;
			var n = {};
			if (t != null) for (var a = e(t), o = 0; o < a.length; o++) a[o] !== "default" && r(n, t, a[o]);
			return i(n, t), n;
		};
	})(), o = n && n.__exportStar || function(e, t) {
		for (var n in e) n !== "default" && !Object.prototype.hasOwnProperty.call(t, n) && r(t, e, n);
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.default = a(xn()), o(xn(), e);
}));
export { Sn as t };
