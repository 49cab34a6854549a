package org.colloquy.server.tool.weather;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.colloquy.server.core.turn.Occasions;
import org.colloquy.server.tool.web.EngineClient;
import org.colloquy.server.tool.web.ScriptedWeb;
import org.colloquy.server.tool.web.WebService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TellWeatherTest {
  private final ScriptedWeb web = new ScriptedWeb();
  private final TellWeather tool = new TellWeather(service("places"), service("weather"));

  private WebService service(String host) {
    return new WebService(
        "Open-Meteo", new EngineClient(web.client(), web.at(host + ".example", "/")));
  }

  @AfterEach
  void close() {
    web.close();
  }

  private void answers(String path, String json) {
    web.page(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void tellsTheWeatherOfAPlace() {
    answers(
        "/v1/search",
        "{\"results\":[{\"name\":\"Bergen\",\"country\":\"Norway\",\"latitude\":60.39,\"longitude\":5.32}]}");
    answers(
        "/v1/forecast",
        """
        {"current":{"time":"2026-01-15T10:00","temperature_2m":3.5,"relative_humidity_2m":88,
          "precipitation":0.4,"weather_code":61,"wind_speed_10m":21.0},
         "daily":{"time":["2026-01-15","2026-01-16"],"weather_code":[63,3],
          "temperature_2m_max":[5.1,4.0],"temperature_2m_min":[1.2,0.3],
          "precipitation_sum":[12.5,0.0]}}
        """);

    assertThat(tool.run(Occasions.ANY, "{\"place\":\"Bergen & co\",\"days\":2}"))
        .isEqualTo(
            """
            Bergen, Norway
            now (2026-01-15T10:00): rain, 3.5 °C, humidity 88 %, wind 21.0 km/h, precipitation 0.4 mm
            2026-01-15: rain, 1.2 to 5.1 °C, precipitation 12.5 mm
            2026-01-16: overcast, 0.3 to 4.0 °C, precipitation 0.0 mm\
            """);
    assertThat(web.requests().getFirst().target().getRawQuery()).contains("name=Bergen+%26+co");
    assertThat(web.requests().getLast().target().getRawQuery())
        .contains("latitude=60.39", "longitude=5.32", "forecast_days=2");
  }

  @Test
  void saysWhyItCannotTell() {
    answers("/v1/search", "{}");
    assertThat(Problems.of(() -> tool.run(Occasions.ANY, "{\"place\":\"Nowhere\"}")))
        .isEqualTo(new Problem.Unavailable("Open-Meteo knows no place of this name."));
    web.status("/v1/search", 503, "");
    assertThat(Problems.of(() -> tool.run(Occasions.ANY, "{\"place\":\"Oslo\"}")))
        .isEqualTo(new Problem.Unavailable("Open-Meteo answered with status 503."));
  }
}
