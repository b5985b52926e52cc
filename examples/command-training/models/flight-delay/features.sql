-- What is known of a flight before it departs, with how late its origin's flights were the day before, and whether it came late.
SELECT
  source_file || '#' || file_row_number AS flight_id,
  CAST(delay > 15 AS INTEGER) AS late,
  CAST(date AS DATE) AS flight_date,
  hour(date) AS departure_hour,
  isodow(date) AS weekday,
  distance,
  flights.origin,
  destination,
  yesterday.late_share AS origin_late_yesterday
FROM flights
LEFT JOIN origin_late_share AS yesterday
  ON yesterday.origin = flights.origin AND yesterday.day = CAST(date AS DATE)
