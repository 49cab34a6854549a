package org.colloquy.server.tool.weather;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.turn.Occasion;
import org.colloquy.server.tool.Parameter;
import org.colloquy.server.tool.Parameters;
import org.colloquy.server.tool.ServiceTool;
import org.colloquy.server.tool.web.WebService;

/// Tells the weather now and on the next days, as Open-Meteo knows it.
public final class TellWeather implements ServiceTool {
  /// Where places are found.
  public static final URI PLACES = URI.create("https://geocoding-api.open-meteo.com");

  /// Where the weather is known.
  public static final URI FORECASTS = URI.create("https://api.open-meteo.com");

  private static final String PLACE = "place";
  private static final String DAYS = "days";
  private static final int USUAL_DAYS = 3;
  private static final int MOST_DAYS = 14;
  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.required(PLACE, Parameter.Kind.TEXT, "A town, such as Bergen."),
          Parameter.optional(
              DAYS, Parameter.Kind.INTEGER, "How many days, from 1 to 14; 3 if left out."));

  private final WebService places;
  private final WebService forecasts;

  /// @param places finds where a place is
  /// @param forecasts knows the weather there
  public TellWeather(WebService places, WebService forecasts) {
    this.places = places;
    this.forecasts = forecasts;
  }

  @Override
  public String name() {
    return "weather";
  }

  @Override
  public String description() {
    return "Tells the weather of a place now and on the next days.";
  }

  @Override
  public String schema() {
    return PARAMETERS.schema();
  }

  @Override
  public String run(Occasion occasion, String arguments) {
    var given = PARAMETERS.read(arguments);
    int days = given.integer(DAYS, USUAL_DAYS);
    var name = given.text(PLACE).strip();
    if (name.isEmpty() || days < 1 || days > MOST_DAYS) {
      throw new ProblemException(new Problem.Invalid(DAYS, "There are from 1 to 14 days."));
    }
    var place = place(name);
    var weather =
        forecasts.json(
            "/v1/forecast",
            Map.of(
                "latitude",
                place.path("latitude").asText(),
                "longitude",
                place.path("longitude").asText(),
                "current",
                "temperature_2m,relative_humidity_2m,precipitation,weather_code,wind_speed_10m",
                "daily",
                "weather_code,temperature_2m_max,temperature_2m_min,precipitation_sum",
                "timezone",
                "auto",
                "forecast_days",
                Integer.toString(days)));
    return told(place, weather);
  }

  private JsonNode place(String name) {
    var found =
        places
            .json("/v1/search", Map.of("name", name, "count", "1", "language", "en"))
            .path("results")
            .path(0);
    if (found.isMissingNode()) {
      throw new ProblemException(
          new Problem.Unavailable(places.name() + " knows no place of this name."));
    }
    return found;
  }

  private static String told(JsonNode place, JsonNode weather) {
    var now = weather.path("current");
    var text = new StringBuilder();
    text.append(place.path("name").asText()).append(", ").append(place.path("country").asText());
    text.append(
        "\nnow (%s): %s, %s °C, humidity %s %%, wind %s km/h, precipitation %s mm"
            .formatted(
                now.path("time").asText(),
                WeatherCode.words(now.path("weather_code").asInt()),
                now.path("temperature_2m").asText(),
                now.path("relative_humidity_2m").asText(),
                now.path("wind_speed_10m").asText(),
                now.path("precipitation").asText()));
    var daily = weather.path("daily");
    for (int day = 0; day < daily.path("time").size(); day++) {
      text.append(
          "\n%s: %s, %s to %s °C, precipitation %s mm"
              .formatted(
                  daily.path("time").path(day).asText(),
                  WeatherCode.words(daily.path("weather_code").path(day).asInt()),
                  daily.path("temperature_2m_min").path(day).asText(),
                  daily.path("temperature_2m_max").path(day).asText(),
                  daily.path("precipitation_sum").path(day).asText()));
    }
    return text.toString();
  }
}
