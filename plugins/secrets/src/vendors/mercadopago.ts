import { token, type Vendor, vendor } from "../format.ts";
import { digits, either, hex } from "../part.ts";

/** Source: https://www.mercadopago.com/developers/en/docs/your-integrations/credentials */
export const mercadopago: Vendor = vendor("Mercado Pago", "https://www.mercadopago.com/developers/en/docs/your-integrations/credentials", [
  token("mercadopago-access-token", "Mercado Pago access token", [either("APP_USR-"), digits(13, 17), either("-"), digits(6), either("-"), hex(32), either("-"), digits(6, 12)]),
]);
