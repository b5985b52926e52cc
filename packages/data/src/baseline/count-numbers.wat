;; The loop that every number of a drift check passes: bin, value at an edge, least, greatest, sums of whole units and of their squares.
;; Compiled into count-numbers.generated.ts by scripts/generate-count-numbers.ts.
(module
  (memory (export "memory") 4)

  ;; Counts `rows` doubles at `values`. At `edges` are the ends of the bins and infinity, at `places` 8,192 16-bit numbers: where a search
  ;; begins. At `counts` and `atEdge` are 32-bit counts by bin. Writes to `out`: minimum, maximum, sum and squares as doubles, then as a
  ;; 32-bit number how many values it left out, since they are farther from the centre than 2^20 units or no finite number.
  (func (export "count")
    (param $values i32) (param $rows i32) (param $edges i32) (param $places i32) (param $counts i32) (param $atEdge i32) (param $out i32)
    (param $centre f64) (param $inverse f64) (param $low i32) (param $shift i32)
    (local $end i32) (local $value f64) (local $units f64) (local $step i32) (local $bin i32) (local $edge f64)
    (local $minimum f64) (local $maximum f64) (local $sum f64) (local $squares f64) (local $left i32)
    (local.set $end (i32.add (local.get $values) (i32.shl (local.get $rows) (i32.const 3))))
    (local.set $minimum (f64.const inf))
    (local.set $maximum (f64.const -inf))
    (block $none
      (br_if $none (i32.eqz (local.get $rows)))
      (loop $each
        (local.set $value (f64.load (local.get $values)))
        (local.set $units
          (f64.floor (f64.add (f64.mul (f64.sub (local.get $value) (local.get $centre)) (local.get $inverse)) (f64.const 0.5))))
        (block $next
          ;; NaN is in no range.
          (if (i32.eqz (i32.and (f64.ge (local.get $units) (f64.const -1048576)) (f64.lt (local.get $units) (f64.const 1048576))))
            (then
              (local.set $left (i32.add (local.get $left) (i32.const 1)))
              (br $next)))
          (local.set $step (i32.shr_s (i32.sub (i32.trunc_f64_s (local.get $units)) (local.get $low)) (local.get $shift)))
          (local.set $step (select (i32.const 0) (local.get $step) (i32.lt_s (local.get $step) (i32.const 0))))
          (local.set $step (select (i32.const 8191) (local.get $step) (i32.gt_s (local.get $step) (i32.const 8191))))
          (local.set $bin (i32.load16_u (i32.add (local.get $places) (i32.shl (local.get $step) (i32.const 1)))))
          (block $found
            (loop $walk
              (local.set $edge (f64.load (i32.add (local.get $edges) (i32.shl (local.get $bin) (i32.const 3)))))
              (br_if $found (f64.ge (local.get $edge) (local.get $value)))
              (local.set $bin (i32.add (local.get $bin) (i32.const 1)))
              (br $walk)))
          (local.set $bin (i32.shl (local.get $bin) (i32.const 2)))
          (i32.store
            (i32.add (local.get $counts) (local.get $bin))
            (i32.add (i32.load (i32.add (local.get $counts) (local.get $bin))) (i32.const 1)))
          (i32.store
            (i32.add (local.get $atEdge) (local.get $bin))
            (i32.add (i32.load (i32.add (local.get $atEdge) (local.get $bin))) (f64.eq (local.get $edge) (local.get $value))))
          (local.set $minimum (f64.min (local.get $minimum) (local.get $value)))
          (local.set $maximum (f64.max (local.get $maximum) (local.get $value)))
          (local.set $sum (f64.add (local.get $sum) (local.get $units)))
          (local.set $squares (f64.add (local.get $squares) (f64.mul (local.get $units) (local.get $units)))))
        (local.set $values (i32.add (local.get $values) (i32.const 8)))
        (br_if $each (i32.lt_u (local.get $values) (local.get $end)))))
    (f64.store (local.get $out) (local.get $minimum))
    (f64.store offset=8 (local.get $out) (local.get $maximum))
    (f64.store offset=16 (local.get $out) (local.get $sum))
    (f64.store offset=24 (local.get $out) (local.get $squares))
    (i32.store offset=32 (local.get $out) (local.get $left))))
