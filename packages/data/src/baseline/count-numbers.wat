;; The loop that every number of a drift check passes: bin, value at an edge, least, greatest, sums of whole units and of their squares.
;; Compiled into count-numbers.generated.ts by scripts/generate-count-numbers.ts.
(module
  (memory (export "memory") 4)

  ;; Counts a number that is `step` steps of the guide from its beginning. Of a bin there are two 32-bit counts: numbers, and numbers at its end.
  (func $add
    (param $value f64) (param $step i32) (param $edges i32) (param $places i32) (param $counts i32)
    (local $bin i32) (local $edge f64)
    (local.set $bin (i32.load16_u (i32.add (local.get $places) (i32.shl (local.get $step) (i32.const 1)))))
    (block $found
      (loop $walk
        (local.set $edge (f64.load (i32.add (local.get $edges) (i32.shl (local.get $bin) (i32.const 3)))))
        (br_if $found (f64.ge (local.get $edge) (local.get $value)))
        (local.set $bin (i32.add (local.get $bin) (i32.const 1)))
        (br $walk)))
    (local.set $bin (i32.add (local.get $counts) (i32.shl (local.get $bin) (i32.const 3))))
    (i64.store
      (local.get $bin)
      (i64.add
        (i64.load (local.get $bin))
        (select (i64.const 0x100000001) (i64.const 1) (f64.eq (local.get $edge) (local.get $value))))))

  ;; Counts `rows` doubles at `values`, two at a time; there is room for one more. At `edges` are the ends of the bins and infinity, at `places`
  ;; 8,192 16-bit numbers: where a search begins. At `counts` are two 32-bit counts by bin. Writes to `out`: minimum, maximum, sum and squares as
  ;; doubles, then as a 32-bit number how many values it left out, since they are farther from the centre than 2^20 units or no finite number.
  (func (export "count")
    (param $values i32) (param $rows i32) (param $edges i32) (param $places i32) (param $counts i32) (param $out i32)
    (param $centre f64) (param $inverse f64) (param $low i32) (param $shift i32)
    (local $end i32) (local $left i32) (local $pair v128) (local $units v128) (local $near v128) (local $steps v128)
    (local $minimum v128) (local $maximum v128) (local $sum v128) (local $squares v128)
    (local $centres v128) (local $inverses v128) (local $lows v128)
    (local.set $end (i32.add (local.get $values) (i32.shl (local.get $rows) (i32.const 3))))
    (if (i32.and (local.get $rows) (i32.const 1))
      (then
        ;; The last has NaN for company, which is left out and not told.
        (f64.store (local.get $end) (f64.const nan))
        (local.set $left (i32.const -1))))
    (local.set $minimum (f64x2.splat (f64.const inf)))
    (local.set $maximum (f64x2.splat (f64.const -inf)))
    (local.set $centres (f64x2.splat (local.get $centre)))
    (local.set $inverses (f64x2.splat (local.get $inverse)))
    (local.set $lows (i32x4.splat (local.get $low)))
    (block $none
      (br_if $none (i32.eqz (local.get $rows)))
      (loop $each
        (local.set $pair (v128.load (local.get $values)))
        (local.set $units
          (f64x2.floor
            (f64x2.add
              (f64x2.mul (f64x2.sub (local.get $pair) (local.get $centres)) (local.get $inverses))
              (v128.const f64x2 0.5 0.5))))
        ;; NaN is in no range.
        (local.set $near
          (v128.and
            (f64x2.ge (local.get $units) (v128.const f64x2 -1048576 -1048576))
            (f64x2.lt (local.get $units) (v128.const f64x2 1048576 1048576))))
        (local.set $units (v128.and (local.get $units) (local.get $near)))
        (local.set $sum (f64x2.add (local.get $sum) (local.get $units)))
        (local.set $squares (f64x2.add (local.get $squares) (f64x2.mul (local.get $units) (local.get $units))))
        (local.set $minimum
          (f64x2.pmin (local.get $minimum) (v128.bitselect (local.get $pair) (local.get $minimum) (local.get $near))))
        (local.set $maximum
          (f64x2.pmax (local.get $maximum) (v128.bitselect (local.get $pair) (local.get $maximum) (local.get $near))))
        (local.set $steps
          (i32x4.min_s
            (i32x4.max_s
              (i32x4.shr_s
                (i32x4.sub (i32x4.trunc_sat_f64x2_s_zero (local.get $units)) (local.get $lows))
                (local.get $shift))
              (v128.const i32x4 0 0 0 0))
            (v128.const i32x4 8191 8191 8191 8191)))
        (if (i64x2.all_true (local.get $near))
          (then
            (call $add
              (f64x2.extract_lane 0 (local.get $pair)) (i32x4.extract_lane 0 (local.get $steps))
              (local.get $edges) (local.get $places) (local.get $counts))
            (call $add
              (f64x2.extract_lane 1 (local.get $pair)) (i32x4.extract_lane 1 (local.get $steps))
              (local.get $edges) (local.get $places) (local.get $counts)))
          (else
            (if (i64.eqz (i64x2.extract_lane 0 (local.get $near)))
              (then (local.set $left (i32.add (local.get $left) (i32.const 1))))
              (else
                (call $add
                  (f64x2.extract_lane 0 (local.get $pair)) (i32x4.extract_lane 0 (local.get $steps))
                  (local.get $edges) (local.get $places) (local.get $counts))))
            (if (i64.eqz (i64x2.extract_lane 1 (local.get $near)))
              (then (local.set $left (i32.add (local.get $left) (i32.const 1))))
              (else
                (call $add
                  (f64x2.extract_lane 1 (local.get $pair)) (i32x4.extract_lane 1 (local.get $steps))
                  (local.get $edges) (local.get $places) (local.get $counts))))))
        (local.set $values (i32.add (local.get $values) (i32.const 16)))
        (br_if $each (i32.lt_u (local.get $values) (local.get $end)))))
    (f64.store (local.get $out)
      (f64.min (f64x2.extract_lane 0 (local.get $minimum)) (f64x2.extract_lane 1 (local.get $minimum))))
    (f64.store offset=8 (local.get $out)
      (f64.max (f64x2.extract_lane 0 (local.get $maximum)) (f64x2.extract_lane 1 (local.get $maximum))))
    (f64.store offset=16 (local.get $out)
      (f64.add (f64x2.extract_lane 0 (local.get $sum)) (f64x2.extract_lane 1 (local.get $sum))))
    (f64.store offset=24 (local.get $out)
      (f64.add (f64x2.extract_lane 0 (local.get $squares)) (f64x2.extract_lane 1 (local.get $squares))))
    (i32.store offset=32 (local.get $out) (local.get $left))))
