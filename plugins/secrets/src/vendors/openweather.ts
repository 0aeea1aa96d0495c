import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://openweathermap.org/appid */
export const openweather: Vendor = vendor("OpenWeather", "https://openweathermap.org/appid", [
  assigned("openweather-key", "OpenWeather API key", ["openweather", "open_weather", "owm_api", "appid"], [hex(32)], { minEntropy: 3 }),
]);
