-- What is known of a flight before it departs, and whether it came late. The delay itself appears in the label only.
SELECT
  source_file || '#' || file_row_number AS flight_id,
  CAST(delay > 15 AS INTEGER) AS late,
  CAST(date AS DATE) AS flight_date,
  hour(date) AS departure_hour,
  isodow(date) AS weekday,
  distance,
  origin,
  destination
FROM flights
