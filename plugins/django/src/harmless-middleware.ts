/**
 * Middleware outside the repository that turns no caller away because of who it is, by its documentation: what it adds,
 * measures, redirects for other reasons, or asks of those who are signed in already.
 */
const harmless: readonly RegExp[] = [
  /^django\.(?!contrib\.auth\.middleware\.LoginRequiredMiddleware)/,
  /^(corsheaders|whitenoise|debug_toolbar|silk|csp|django_prometheus|prometheus_client|simple_history|auditlog|easyaudit|reversion|waffle|compression_middleware|htmx|django_htmx|dj_pagination|django_structlog|log_request_id|request_id|django_guid|opentelemetry|elasticapm|newrelic|ddtrace|sentry_sdk|raven|scout_apm|django_user_agents|user_sessions|django_browser_reload|strawberry_django|querycount|nplusone|zeal|django_cprofile_middleware|pyinstrument|django_linear_migrations|wagtail|cms|parler|tos|maintenance_mode|pghistory|crum|django_currentuser|threadlocals|multisite|django_hosts|hosts|subdomains|django_tenants|tenant_schemas|django_scopes|permissions_policy|django_permissions_policy|referrer_policy|feature_policy|x_robots_tag_middleware|dogslow|statsd|django_statsd)\./,
  /^allauth\.(account|usersessions)\.middleware\./,
  /^(axes|hijack|impersonate|loginas|defender)\./,
  // A second factor is noted on the user, and asked for elsewhere.
  /^django_otp\.middleware\.OTPMiddleware$/,
  /^two_factor\.middleware\.threadlocals\./,
  /^social_django\.middleware\.SocialAuthExceptionMiddleware$/,
  /^oauth2_provider\.middleware\.OAuth2(Token|ExtraToken)Middleware$/,
  // Renews sessions of those who are signed in.
  /^mozilla_django_oidc\.middleware\.SessionRefresh$/,
];

export function isHarmless(dotted: string): boolean {
  return harmless.some((pattern) => pattern.test(dotted));
}
