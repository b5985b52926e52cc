var e = class extends Error {
	constructor(e) {
		super(e), this.name = `AbortError`;
	}
};
export { e as t };
