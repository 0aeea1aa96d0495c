import type { Vendor } from "../format.ts";
import { adafruit } from "./adafruit.ts";
import { adobe } from "./adobe.ts";
import { age } from "./age.ts";
import { airtable } from "./airtable.ts";
import { alibaba } from "./alibaba.ts";
import { anthropic } from "./anthropic.ts";
import { artifactory } from "./artifactory.ts";
import { asana } from "./asana.ts";
import { atlassian } from "./atlassian.ts";
import { auth0 } from "./auth0.ts";
import { aws } from "./aws.ts";
import { azure } from "./azure.ts";
import { beamer } from "./beamer.ts";
import { brevo } from "./brevo.ts";
import { buildkite } from "./buildkite.ts";
import { circleci } from "./circleci.ts";
import { clickhouse } from "./clickhouse.ts";
import { clojars } from "./clojars.ts";
import { cloudflare } from "./cloudflare.ts";
import { cloudinary } from "./cloudinary.ts";
import { cohere } from "./cohere.ts";
import { confluent } from "./confluent.ts";
import { contentful } from "./contentful.ts";
import { cratesio } from "./cratesio.ts";
import { databricks } from "./databricks.ts";
import { datadog } from "./datadog.ts";
import { deepseek } from "./deepseek.ts";
import { definedNetworking } from "./defined-networking.ts";
import { digitalocean } from "./digitalocean.ts";
import { discord } from "./discord.ts";
import { docker } from "./docker.ts";
import { doppler } from "./doppler.ts";
import { dropbox } from "./dropbox.ts";
import { duffel } from "./duffel.ts";
import { dynatrace } from "./dynatrace.ts";
import { easypost } from "./easypost.ts";
import { elastic } from "./elastic.ts";
import { facebook } from "./facebook.ts";
import { fastly } from "./fastly.ts";
import { figma } from "./figma.ts";
import { finicity } from "./finicity.ts";
import { flutterwave } from "./flutterwave.ts";
import { flyio } from "./flyio.ts";
import { frameio } from "./frameio.ts";
import { gitea } from "./gitea.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { gocardless } from "./gocardless.ts";
import { google } from "./google.ts";
import { grafana } from "./grafana.ts";
import { groq } from "./groq.ts";
import { harness } from "./harness.ts";
import { hashicorp } from "./hashicorp.ts";
import { heroku } from "./heroku.ts";
import { hubspot } from "./hubspot.ts";
import { huggingface } from "./huggingface.ts";
import { ibm } from "./ibm.ts";
import { infracost } from "./infracost.ts";
import { intercom } from "./intercom.ts";
import { intra42 } from "./intra42.ts";
import { jwt } from "./jwt.ts";
import { kubernetes } from "./kubernetes.ts";
import { langfuse } from "./langfuse.ts";
import { langsmith } from "./langsmith.ts";
import { launchdarkly } from "./launchdarkly.ts";
import { linear } from "./linear.ts";
import { lob } from "./lob.ts";
import { mailchimp } from "./mailchimp.ts";
import { mailgun } from "./mailgun.ts";
import { mapbox } from "./mapbox.ts";
import { mercadopago } from "./mercadopago.ts";
import { messagebird } from "./messagebird.ts";
import { mistral } from "./mistral.ts";
import { netlify } from "./netlify.ts";
import { newRelic } from "./new-relic.ts";
import { notion } from "./notion.ts";
import { npm } from "./npm.ts";
import { nuget } from "./nuget.ts";
import { nvidia } from "./nvidia.ts";
import { octopus } from "./octopus.ts";
import { okta } from "./okta.ts";
import { onepassword } from "./onepassword.ts";
import { openai } from "./openai.ts";
import { openrouter } from "./openrouter.ts";
import { openshift } from "./openshift.ts";
import { paypal } from "./paypal.ts";
import { perplexity } from "./perplexity.ts";
import { pinecone } from "./pinecone.ts";
import { plaid } from "./plaid.ts";
import { planetscale } from "./planetscale.ts";
import { polar } from "./polar.ts";
import { postman } from "./postman.ts";
import { prefect } from "./prefect.ts";
import { privateKey } from "./private-key.ts";
import { pulumi } from "./pulumi.ts";
import { pypi } from "./pypi.ts";
import { rapidapi } from "./rapidapi.ts";
import { razorpay } from "./razorpay.ts";
import { readme } from "./readme.ts";
import { render } from "./render.ts";
import { replicate } from "./replicate.ts";
import { resend } from "./resend.ts";
import { rubygems } from "./rubygems.ts";
import { salesforce } from "./salesforce.ts";
import { scalingo } from "./scalingo.ts";
import { sendgrid } from "./sendgrid.ts";
import { sentry } from "./sentry.ts";
import { shippo } from "./shippo.ts";
import { shopify } from "./shopify.ts";
import { slack } from "./slack.ts";
import { snyk } from "./snyk.ts";
import { sonar } from "./sonar.ts";
import { sourcegraph } from "./sourcegraph.ts";
import { square } from "./square.ts";
import { squarespace } from "./squarespace.ts";
import { stability } from "./stability.ts";
import { stripe } from "./stripe.ts";
import { supabase } from "./supabase.ts";
import { tailscale } from "./tailscale.ts";
import { telegram } from "./telegram.ts";
import { tencent } from "./tencent.ts";
import { together } from "./together.ts";
import { travis } from "./travis.ts";
import { trello } from "./trello.ts";
import { twilio } from "./twilio.ts";
import { twitch } from "./twitch.ts";
import { twitter } from "./twitter.ts";
import { typeform } from "./typeform.ts";
import { vercel } from "./vercel.ts";
import { voyage } from "./voyage.ts";
import { wandb } from "./wandb.ts";
import { xai } from "./xai.ts";
import { yandex } from "./yandex.ts";
import { zendesk } from "./zendesk.ts";

/** Every vendor, by name of its file. */
export const vendors: readonly Vendor[] = [
  adafruit,
  adobe,
  age,
  airtable,
  alibaba,
  anthropic,
  artifactory,
  asana,
  atlassian,
  auth0,
  aws,
  azure,
  beamer,
  brevo,
  buildkite,
  circleci,
  clickhouse,
  clojars,
  cloudflare,
  cloudinary,
  cohere,
  confluent,
  contentful,
  cratesio,
  databricks,
  datadog,
  deepseek,
  definedNetworking,
  digitalocean,
  discord,
  docker,
  doppler,
  dropbox,
  duffel,
  dynatrace,
  easypost,
  elastic,
  facebook,
  fastly,
  figma,
  finicity,
  flutterwave,
  flyio,
  frameio,
  gitea,
  github,
  gitlab,
  gocardless,
  google,
  grafana,
  groq,
  harness,
  hashicorp,
  heroku,
  hubspot,
  huggingface,
  ibm,
  infracost,
  intercom,
  intra42,
  jwt,
  kubernetes,
  langfuse,
  langsmith,
  launchdarkly,
  linear,
  lob,
  mailchimp,
  mailgun,
  mapbox,
  mercadopago,
  messagebird,
  mistral,
  netlify,
  newRelic,
  notion,
  npm,
  nuget,
  nvidia,
  octopus,
  okta,
  onepassword,
  openai,
  openrouter,
  openshift,
  paypal,
  perplexity,
  pinecone,
  plaid,
  planetscale,
  polar,
  postman,
  prefect,
  privateKey,
  pulumi,
  pypi,
  rapidapi,
  razorpay,
  readme,
  render,
  replicate,
  resend,
  rubygems,
  salesforce,
  scalingo,
  sendgrid,
  sentry,
  shippo,
  shopify,
  slack,
  snyk,
  sonar,
  sourcegraph,
  square,
  squarespace,
  stability,
  stripe,
  supabase,
  tailscale,
  telegram,
  tencent,
  together,
  travis,
  trello,
  twilio,
  twitch,
  twitter,
  typeform,
  vercel,
  voyage,
  wandb,
  xai,
  yandex,
  zendesk,
];
