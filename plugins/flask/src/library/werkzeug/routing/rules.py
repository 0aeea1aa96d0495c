from werkzeug.routing import EndpointPrefix, Rule, RuleFactory, Subdomain, Submount
