export { pagerDutyAlerts } from './pager-duty.ts'
export { slackAlerts } from './slack.ts'
export { teamsAlerts } from './teams.ts'
