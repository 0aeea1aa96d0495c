import type { Vendor } from "../format.ts";
import { ably } from "./ably.ts";
import { abuseipdb } from "./abuseipdb.ts";
import { adafruit } from "./adafruit.ts";
import { adobe } from "./adobe.ts";
import { adyen } from "./adyen.ts";
import { age } from "./age.ts";
import { agora } from "./agora.ts";
import { airbrake } from "./airbrake.ts";
import { airtable } from "./airtable.ts";
import { aiven } from "./aiven.ts";
import { akamai } from "./akamai.ts";
import { alchemy } from "./alchemy.ts";
import { algolia } from "./algolia.ts";
import { alibaba } from "./alibaba.ts";
import { amazonLogin } from "./amazon-login.ts";
import { amplitude } from "./amplitude.ts";
import { anthropic } from "./anthropic.ts";
import { anyscale } from "./anyscale.ts";
import { apify } from "./apify.ts";
import { appwrite } from "./appwrite.ts";
import { artifactory } from "./artifactory.ts";
import { asana } from "./asana.ts";
import { assemblyai } from "./assemblyai.ts";
import { atlassian } from "./atlassian.ts";
import { auth0 } from "./auth0.ts";
import { authorizationHeader } from "./authorization-header.ts";
import { authress } from "./authress.ts";
import { aws } from "./aws.ts";
import { axiom } from "./axiom.ts";
import { azureIdentifiable } from "./azure-identifiable.ts";
import { azureSignature } from "./azure-signature.ts";
import { azure } from "./azure.ts";
import { backblaze } from "./backblaze.ts";
import { baseten } from "./baseten.ts";
import { beamer } from "./beamer.ts";
import { betterstack } from "./betterstack.ts";
import { binance } from "./binance.ts";
import { bitcoin } from "./bitcoin.ts";
import { bitrise } from "./bitrise.ts";
import { bitwarden } from "./bitwarden.ts";
import { box } from "./box.ts";
import { brevo } from "./brevo.ts";
import { browserstack } from "./browserstack.ts";
import { bugsnag } from "./bugsnag.ts";
import { buildkite } from "./buildkite.ts";
import { calcom } from "./calcom.ts";
import { canva } from "./canva.ts";
import { cerebras } from "./cerebras.ts";
import { checkly } from "./checkly.ts";
import { chromatic } from "./chromatic.ts";
import { circleci } from "./circleci.ts";
import { civo } from "./civo.ts";
import { clickhouse } from "./clickhouse.ts";
import { clickup } from "./clickup.ts";
import { clojars } from "./clojars.ts";
import { close } from "./close.ts";
import { cloudflare } from "./cloudflare.ts";
import { cloudinary } from "./cloudinary.ts";
import { cloudsmith } from "./cloudsmith.ts";
import { cockroachdb } from "./cockroachdb.ts";
import { codacy } from "./codacy.ts";
import { codeclimate } from "./codeclimate.ts";
import { codecov } from "./codecov.ts";
import { cohere } from "./cohere.ts";
import { coinbase } from "./coinbase.ts";
import { comet } from "./comet.ts";
import { commandLines } from "./command-lines.ts";
import { configcat } from "./configcat.ts";
import { confluent } from "./confluent.ts";
import { contentful } from "./contentful.ts";
import { context7 } from "./context7.ts";
import { coralogix } from "./coralogix.ts";
import { courier } from "./courier.ts";
import { coveralls } from "./coveralls.ts";
import { cratesio } from "./cratesio.ts";
import { credentialFiles } from "./credential-files.ts";
import { crowdin } from "./crowdin.ts";
import { cursor } from "./cursor.ts";
import { customerio } from "./customerio.ts";
import { cypress } from "./cypress.ts";
import { daily } from "./daily.ts";
import { dashscope } from "./dashscope.ts";
import { databricks } from "./databricks.ts";
import { datadog } from "./datadog.ts";
import { datastax } from "./datastax.ts";
import { daytona } from "./daytona.ts";
import { dbt } from "./dbt.ts";
import { deepgram } from "./deepgram.ts";
import { deepinfra } from "./deepinfra.ts";
import { deepl } from "./deepl.ts";
import { deepseek } from "./deepseek.ts";
import { definedNetworking } from "./defined-networking.ts";
import { deno } from "./deno.ts";
import { dependencyTrack } from "./dependency-track.ts";
import { digitalocean } from "./digitalocean.ts";
import { discord } from "./discord.ts";
import { dnsimple } from "./dnsimple.ts";
import { docker } from "./docker.ts";
import { doppler } from "./doppler.ts";
import { drone } from "./drone.ts";
import { dropbox } from "./dropbox.ts";
import { duffel } from "./duffel.ts";
import { dwolla } from "./dwolla.ts";
import { dynatrace } from "./dynatrace.ts";
import { e2b } from "./e2b.ts";
import { easypost } from "./easypost.ts";
import { elastic } from "./elastic.ts";
import { elevenlabs } from "./elevenlabs.ts";
import { equinix } from "./equinix.ts";
import { etherscan } from "./etherscan.ts";
import { exa } from "./exa.ts";
import { expo } from "./expo.ts";
import { facebook } from "./facebook.ts";
import { fastly } from "./fastly.ts";
import { figma } from "./figma.ts";
import { finicity } from "./finicity.ts";
import { firebase } from "./firebase.ts";
import { firecrawl } from "./firecrawl.ts";
import { fireworks } from "./fireworks.ts";
import { flagsmith } from "./flagsmith.ts";
import { flutterwave } from "./flutterwave.ts";
import { flyio } from "./flyio.ts";
import { frameio } from "./frameio.ts";
import { freshdesk } from "./freshdesk.ts";
import { ghost } from "./ghost.ts";
import { giphy } from "./giphy.ts";
import { gitea } from "./gitea.ts";
import { gitguardian } from "./gitguardian.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { gocardless } from "./gocardless.ts";
import { godaddy } from "./godaddy.ts";
import { googleChat } from "./google-chat.ts";
import { google } from "./google.ts";
import { grafana } from "./grafana.ts";
import { groq } from "./groq.ts";
import { harness } from "./harness.ts";
import { hashicorp } from "./hashicorp.ts";
import { helicone } from "./helicone.ts";
import { here } from "./here.ts";
import { heroku } from "./heroku.ts";
import { hetzner } from "./hetzner.ts";
import { hexTech } from "./hex-tech.ts";
import { honeybadger } from "./honeybadger.ts";
import { honeycomb } from "./honeycomb.ts";
import { hubspot } from "./hubspot.ts";
import { huggingface } from "./huggingface.ts";
import { ibm } from "./ibm.ts";
import { ifttt } from "./ifttt.ts";
import { imagekit } from "./imagekit.ts";
import { infisical } from "./infisical.ts";
import { infobip } from "./infobip.ts";
import { infracost } from "./infracost.ts";
import { infura } from "./infura.ts";
import { inngest } from "./inngest.ts";
import { instagram } from "./instagram.ts";
import { intercom } from "./intercom.ts";
import { intra42 } from "./intra42.ts";
import { jenkins } from "./jenkins.ts";
import { jetbrains } from "./jetbrains.ts";
import { jina } from "./jina.ts";
import { jotform } from "./jotform.ts";
import { jsonWebKeys } from "./json-web-key.ts";
import { jumpcloud } from "./jumpcloud.ts";
import { jwt } from "./jwt.ts";
import { kaggle } from "./kaggle.ts";
import { kagi } from "./kagi.ts";
import { klarna } from "./klarna.ts";
import { klaviyo } from "./klaviyo.ts";
import { knock } from "./knock.ts";
import { kong } from "./kong.ts";
import { kraken } from "./kraken.ts";
import { kubernetes } from "./kubernetes.ts";
import { langfuse } from "./langfuse.ts";
import { langsmith } from "./langsmith.ts";
import { laravel } from "./laravel.ts";
import { lark } from "./lark.ts";
import { launchdarkly } from "./launchdarkly.ts";
import { line } from "./line.ts";
import { linear } from "./linear.ts";
import { linkedin } from "./linkedin.ts";
import { linode } from "./linode.ts";
import { liveblocks } from "./liveblocks.ts";
import { livekit } from "./livekit.ts";
import { llamacloud } from "./llamacloud.ts";
import { lob } from "./lob.ts";
import { loggly } from "./loggly.ts";
import { lokalise } from "./lokalise.ts";
import { mailchimp } from "./mailchimp.ts";
import { mailersend } from "./mailersend.ts";
import { mailgun } from "./mailgun.ts";
import { mailjet } from "./mailjet.ts";
import { make } from "./make.ts";
import { mapbox } from "./mapbox.ts";
import { mattermost } from "./mattermost.ts";
import { meilisearch } from "./meilisearch.ts";
import { mem0 } from "./mem0.ts";
import { mercadopago } from "./mercadopago.ts";
import { mercury } from "./mercury.ts";
import { messagebird } from "./messagebird.ts";
import { metabase } from "./metabase.ts";
import { mezmo } from "./mezmo.ts";
import { midtrans } from "./midtrans.ts";
import { mistral } from "./mistral.ts";
import { mixpanel } from "./mixpanel.ts";
import { mnemonic } from "./mnemonic.ts";
import { modal } from "./modal.ts";
import { mollie } from "./mollie.ts";
import { mongodb } from "./mongodb.ts";
import { moonshot } from "./moonshot.ts";
import { n8n } from "./n8n.ts";
import { namecheap } from "./namecheap.ts";
import { neon } from "./neon.ts";
import { neptune } from "./neptune.ts";
import { netbird } from "./netbird.ts";
import { netlify } from "./netlify.ts";
import { newRelic } from "./new-relic.ts";
import { ngrok } from "./ngrok.ts";
import { notion } from "./notion.ts";
import { npm } from "./npm.ts";
import { nuget } from "./nuget.ts";
import { nvidia } from "./nvidia.ts";
import { octopus } from "./octopus.ts";
import { okta } from "./okta.ts";
import { onelogin } from "./onelogin.ts";
import { onepassword } from "./onepassword.ts";
import { onesignal } from "./onesignal.ts";
import { openai } from "./openai.ts";
import { openrouter } from "./openrouter.ts";
import { openshift } from "./openshift.ts";
import { openvsx } from "./openvsx.ts";
import { openweather } from "./openweather.ts";
import { opsgenie } from "./opsgenie.ts";
import { oracle } from "./oracle.ts";
import { ory } from "./ory.ts";
import { packagecloud } from "./packagecloud.ts";
import { packagist } from "./packagist.ts";
import { paddle } from "./paddle.ts";
import { pagerduty } from "./pagerduty.ts";
import { particle } from "./particle.ts";
import { patreon } from "./patreon.ts";
import { paypal } from "./paypal.ts";
import { paystack } from "./paystack.ts";
import { percy } from "./percy.ts";
import { permit } from "./permit.ts";
import { perplexity } from "./perplexity.ts";
import { phase } from "./phase.ts";
import { pinecone } from "./pinecone.ts";
import { pinterest } from "./pinterest.ts";
import { pipedrive } from "./pipedrive.ts";
import { plaid } from "./plaid.ts";
import { plane } from "./plane.ts";
import { planetscale } from "./planetscale.ts";
import { plivo } from "./plivo.ts";
import { plunk } from "./plunk.ts";
import { polar } from "./polar.ts";
import { porkbun } from "./porkbun.ts";
import { posthog } from "./posthog.ts";
import { postman } from "./postman.ts";
import { postmark } from "./postmark.ts";
import { prefect } from "./prefect.ts";
import { privateKey } from "./private-key.ts";
import { pubnub } from "./pubnub.ts";
import { pulumi } from "./pulumi.ts";
import { pusher } from "./pusher.ts";
import { pypi } from "./pypi.ts";
import { railway } from "./railway.ts";
import { rapidapi } from "./rapidapi.ts";
import { razorpay } from "./razorpay.ts";
import { readme } from "./readme.ts";
import { recurly } from "./recurly.ts";
import { render } from "./render.ts";
import { replicate } from "./replicate.ts";
import { resend } from "./resend.ts";
import { retool } from "./retool.ts";
import { riot } from "./riot.ts";
import { roblox } from "./roblox.ts";
import { roboflow } from "./roboflow.ts";
import { rollbar } from "./rollbar.ts";
import { rubygems } from "./rubygems.ts";
import { runpod } from "./runpod.ts";
import { salesforce } from "./salesforce.ts";
import { sanity } from "./sanity.ts";
import { saucelabs } from "./saucelabs.ts";
import { scaleway } from "./scaleway.ts";
import { scalingo } from "./scalingo.ts";
import { secretTokenUri } from "./secret-token-uri.ts";
import { securitytrails } from "./securitytrails.ts";
import { segment } from "./segment.ts";
import { semgrep } from "./semgrep.ts";
import { sendbird } from "./sendbird.ts";
import { sendgrid } from "./sendgrid.ts";
import { sentry } from "./sentry.ts";
import { serpapi } from "./serpapi.ts";
import { shippo } from "./shippo.ts";
import { shodan } from "./shodan.ts";
import { shopify } from "./shopify.ts";
import { shortcut } from "./shortcut.ts";
import { slack } from "./slack.ts";
import { snyk } from "./snyk.ts";
import { socket } from "./socket.ts";
import { sonar } from "./sonar.ts";
import { sourcegraph } from "./sourcegraph.ts";
import { sparkpost } from "./sparkpost.ts";
import { splunk } from "./splunk.ts";
import { spotify } from "./spotify.ts";
import { square } from "./square.ts";
import { squarespace } from "./squarespace.ts";
import { stability } from "./stability.ts";
import { stackhawk } from "./stackhawk.ts";
import { statsig } from "./statsig.ts";
import { steam } from "./steam.ts";
import { strava } from "./strava.ts";
import { stripe } from "./stripe.ts";
import { stytch } from "./stytch.ts";
import { sumologic } from "./sumologic.ts";
import { sumup } from "./sumup.ts";
import { supabase } from "./supabase.ts";
import { tailscale } from "./tailscale.ts";
import { tavily } from "./tavily.ts";
import { teamcity } from "./teamcity.ts";
import { teams } from "./teams.ts";
import { telegram } from "./telegram.ts";
import { telnyx } from "./telnyx.ts";
import { tenable } from "./tenable.ts";
import { tencent } from "./tencent.ts";
import { thingsboard } from "./thingsboard.ts";
import { tinybird } from "./tinybird.ts";
import { todoist } from "./todoist.ts";
import { together } from "./together.ts";
import { travis } from "./travis.ts";
import { trello } from "./trello.ts";
import { triggerDev } from "./trigger-dev.ts";
import { truenas } from "./truenas.ts";
import { twilio } from "./twilio.ts";
import { twitch } from "./twitch.ts";
import { twitter } from "./twitter.ts";
import { typeform } from "./typeform.ts";
import { ubidots } from "./ubidots.ts";
import { unkey } from "./unkey.ts";
import { unleash } from "./unleash.ts";
import { upcloud } from "./upcloud.ts";
import { uptimerobot } from "./uptimerobot.ts";
import { vercel } from "./vercel.ts";
import { virustotal } from "./virustotal.ts";
import { vk } from "./vk.ts";
import { volcengine } from "./volcengine.ts";
import { vonage } from "./vonage.ts";
import { voyage } from "./voyage.ts";
import { vultr } from "./vultr.ts";
import { wakatime } from "./wakatime.ts";
import { wandb } from "./wandb.ts";
import { webex } from "./webex.ts";
import { webflow } from "./webflow.ts";
import { wecom } from "./wecom.ts";
import { wireguard } from "./wireguard.ts";
import { wise } from "./wise.ts";
import { xai } from "./xai.ts";
import { xata } from "./xata.ts";
import { xendit } from "./xendit.ts";
import { yandex } from "./yandex.ts";
import { zapier } from "./zapier.ts";
import { zendesk } from "./zendesk.ts";
import { zerotier } from "./zerotier.ts";
import { zhipu } from "./zhipu.ts";
import { zoho } from "./zoho.ts";
import { zulip } from "./zulip.ts";
import { zuplo } from "./zuplo.ts";

/** Written by `npm run generate -w @muster/generate` from the modules of this folder. */
export const vendors: readonly Vendor[] = [
  ably,
  abuseipdb,
  adafruit,
  adobe,
  adyen,
  age,
  agora,
  airbrake,
  airtable,
  aiven,
  akamai,
  alchemy,
  algolia,
  alibaba,
  amazonLogin,
  amplitude,
  anthropic,
  anyscale,
  apify,
  appwrite,
  artifactory,
  asana,
  assemblyai,
  atlassian,
  auth0,
  authorizationHeader,
  authress,
  aws,
  axiom,
  azureIdentifiable,
  azureSignature,
  azure,
  backblaze,
  baseten,
  beamer,
  betterstack,
  binance,
  bitcoin,
  bitrise,
  bitwarden,
  box,
  brevo,
  browserstack,
  bugsnag,
  buildkite,
  calcom,
  canva,
  cerebras,
  checkly,
  chromatic,
  circleci,
  civo,
  clickhouse,
  clickup,
  clojars,
  close,
  cloudflare,
  cloudinary,
  cloudsmith,
  cockroachdb,
  codacy,
  codeclimate,
  codecov,
  cohere,
  coinbase,
  comet,
  commandLines,
  configcat,
  confluent,
  contentful,
  context7,
  coralogix,
  courier,
  coveralls,
  cratesio,
  credentialFiles,
  crowdin,
  cursor,
  customerio,
  cypress,
  daily,
  dashscope,
  databricks,
  datadog,
  datastax,
  daytona,
  dbt,
  deepgram,
  deepinfra,
  deepl,
  deepseek,
  definedNetworking,
  deno,
  dependencyTrack,
  digitalocean,
  discord,
  dnsimple,
  docker,
  doppler,
  drone,
  dropbox,
  duffel,
  dwolla,
  dynatrace,
  e2b,
  easypost,
  elastic,
  elevenlabs,
  equinix,
  etherscan,
  exa,
  expo,
  facebook,
  fastly,
  figma,
  finicity,
  firebase,
  firecrawl,
  fireworks,
  flagsmith,
  flutterwave,
  flyio,
  frameio,
  freshdesk,
  ghost,
  giphy,
  gitea,
  gitguardian,
  github,
  gitlab,
  gocardless,
  godaddy,
  googleChat,
  google,
  grafana,
  groq,
  harness,
  hashicorp,
  helicone,
  here,
  heroku,
  hetzner,
  hexTech,
  honeybadger,
  honeycomb,
  hubspot,
  huggingface,
  ibm,
  ifttt,
  imagekit,
  infisical,
  infobip,
  infracost,
  infura,
  inngest,
  instagram,
  intercom,
  intra42,
  jenkins,
  jetbrains,
  jina,
  jotform,
  jsonWebKeys,
  jumpcloud,
  jwt,
  kaggle,
  kagi,
  klarna,
  klaviyo,
  knock,
  kong,
  kraken,
  kubernetes,
  langfuse,
  langsmith,
  laravel,
  lark,
  launchdarkly,
  line,
  linear,
  linkedin,
  linode,
  liveblocks,
  livekit,
  llamacloud,
  lob,
  loggly,
  lokalise,
  mailchimp,
  mailersend,
  mailgun,
  mailjet,
  make,
  mapbox,
  mattermost,
  meilisearch,
  mem0,
  mercadopago,
  mercury,
  messagebird,
  metabase,
  mezmo,
  midtrans,
  mistral,
  mixpanel,
  mnemonic,
  modal,
  mollie,
  mongodb,
  moonshot,
  n8n,
  namecheap,
  neon,
  neptune,
  netbird,
  netlify,
  newRelic,
  ngrok,
  notion,
  npm,
  nuget,
  nvidia,
  octopus,
  okta,
  onelogin,
  onepassword,
  onesignal,
  openai,
  openrouter,
  openshift,
  openvsx,
  openweather,
  opsgenie,
  oracle,
  ory,
  packagecloud,
  packagist,
  paddle,
  pagerduty,
  particle,
  patreon,
  paypal,
  paystack,
  percy,
  permit,
  perplexity,
  phase,
  pinecone,
  pinterest,
  pipedrive,
  plaid,
  plane,
  planetscale,
  plivo,
  plunk,
  polar,
  porkbun,
  posthog,
  postman,
  postmark,
  prefect,
  privateKey,
  pubnub,
  pulumi,
  pusher,
  pypi,
  railway,
  rapidapi,
  razorpay,
  readme,
  recurly,
  render,
  replicate,
  resend,
  retool,
  riot,
  roblox,
  roboflow,
  rollbar,
  rubygems,
  runpod,
  salesforce,
  sanity,
  saucelabs,
  scaleway,
  scalingo,
  secretTokenUri,
  securitytrails,
  segment,
  semgrep,
  sendbird,
  sendgrid,
  sentry,
  serpapi,
  shippo,
  shodan,
  shopify,
  shortcut,
  slack,
  snyk,
  socket,
  sonar,
  sourcegraph,
  sparkpost,
  splunk,
  spotify,
  square,
  squarespace,
  stability,
  stackhawk,
  statsig,
  steam,
  strava,
  stripe,
  stytch,
  sumologic,
  sumup,
  supabase,
  tailscale,
  tavily,
  teamcity,
  teams,
  telegram,
  telnyx,
  tenable,
  tencent,
  thingsboard,
  tinybird,
  todoist,
  together,
  travis,
  trello,
  triggerDev,
  truenas,
  twilio,
  twitch,
  twitter,
  typeform,
  ubidots,
  unkey,
  unleash,
  upcloud,
  uptimerobot,
  vercel,
  virustotal,
  vk,
  volcengine,
  vonage,
  voyage,
  vultr,
  wakatime,
  wandb,
  webex,
  webflow,
  wecom,
  wireguard,
  wise,
  xai,
  xata,
  xendit,
  yandex,
  zapier,
  zendesk,
  zerotier,
  zhipu,
  zoho,
  zulip,
  zuplo,
];
