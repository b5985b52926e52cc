var e = class e extends Error {
	constructor(t) {
		super(t), this.name = `PollerStoppedError`, Object.setPrototypeOf(this, e.prototype);
	}
}, t = class e extends Error {
	constructor(t) {
		super(t), this.name = `PollerCancelledError`, Object.setPrototypeOf(this, e.prototype);
	}
}, n = class {
	constructor(e) {
		this.resolveOnUnsuccessful = !1, this.stopped = !0, this.pollProgressCallbacks = [], this.operation = e, this.promise = new Promise((e, t) => {
			this.resolve = e, this.reject = t;
		}), this.promise.catch(() => {});
	}
	async startPolling(e = {}) {
		for (this.stopped &&= !1; !this.isStopped() && !this.isDone();) await this.poll(e), await this.delay();
	}
	async pollOnce(e = {}) {
		this.isDone() || (this.operation = await this.operation.update({
			abortSignal: e.abortSignal,
			fireProgress: this.fireProgress.bind(this)
		})), this.processUpdatedState();
	}
	fireProgress(e) {
		for (let t of this.pollProgressCallbacks) t(e);
	}
	async cancelOnce(e = {}) {
		this.operation = await this.operation.cancel(e);
	}
	poll(e = {}) {
		if (!this.pollOncePromise) {
			this.pollOncePromise = this.pollOnce(e);
			let t = () => {
				this.pollOncePromise = void 0;
			};
			this.pollOncePromise.then(t, t).catch(this.reject);
		}
		return this.pollOncePromise;
	}
	processUpdatedState() {
		if (this.operation.state.error && (this.stopped = !0, !this.resolveOnUnsuccessful)) throw this.reject(this.operation.state.error), this.operation.state.error;
		if (this.operation.state.isCancelled && (this.stopped = !0, !this.resolveOnUnsuccessful)) {
			let e = new t(`Operation was canceled`);
			throw this.reject(e), e;
		}
		this.isDone() && this.resolve && this.resolve(this.getResult());
	}
	async pollUntilDone(e = {}) {
		return this.stopped && this.startPolling(e).catch(this.reject), this.processUpdatedState(), this.promise;
	}
	onProgress(e) {
		return this.pollProgressCallbacks.push(e), () => {
			this.pollProgressCallbacks = this.pollProgressCallbacks.filter((t) => t !== e);
		};
	}
	isDone() {
		let e = this.operation.state;
		return !!(e.isCompleted || e.isCancelled || e.error);
	}
	stopPolling() {
		this.stopped || (this.stopped = !0, this.reject && this.reject(new e(`This poller is already stopped`)));
	}
	isStopped() {
		return this.stopped;
	}
	cancelOperation(e = {}) {
		if (!this.cancelPromise) this.cancelPromise = this.cancelOnce(e);
		else if (e.abortSignal) throw Error(`A cancel request is currently pending`);
		return this.cancelPromise;
	}
	getOperationState() {
		return this.operation.state;
	}
	getResult() {
		return this.operation.state.result;
	}
	toString() {
		return this.operation.toString();
	}
};
export { n as t };
