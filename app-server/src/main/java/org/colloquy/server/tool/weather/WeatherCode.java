package org.colloquy.server.tool.weather;

/// What the World Meteorological Organization's codes of the weather mean (table 4677, as
/// Open-Meteo uses it).
final class WeatherCode {
  private WeatherCode() {}

  static String words(int code) {
    return switch (code) {
      case 0 -> "clear";
      case 1 -> "mainly clear";
      case 2 -> "partly cloudy";
      case 3 -> "overcast";
      case 45, 48 -> "fog";
      case 51, 53, 55 -> "drizzle";
      case 56, 57 -> "freezing drizzle";
      case 61, 63, 65 -> "rain";
      case 66, 67 -> "freezing rain";
      case 71, 73, 75, 77 -> "snow";
      case 80, 81, 82 -> "showers";
      case 85, 86 -> "snow showers";
      case 95, 96, 99 -> "thunderstorm";
      default -> "code " + code;
    };
  }
}
