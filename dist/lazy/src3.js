export { r as pagerDutyAlerts, n as slackAlerts, t as teamsAlerts } from "../lib/notify.js";
