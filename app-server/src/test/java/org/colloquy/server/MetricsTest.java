package org.colloquy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Prometheus gets to read.
class MetricsTest {
  @TempDir private Path folder;

  @Test
  void countsWhatTheServerDoes() throws Exception {
    try (var server = ServerProcess.serve(folder, Map.of())) {
      assertThat(server.post("/prompt", "", "{\"prompt\":\"How is ice?\"}").statusCode())
          .isEqualTo(200);
      assertThat(server.get("/nowhere", "").statusCode()).isEqualTo(404);

      var answer = server.get("/metrics", "");

      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValue("text/plain; version=0.0.4; charset=utf-8");
      assertThat(answer.body())
          .contains(
              "\ncolloquy_http_requests_total{face=\"prompt\",method=\"POST\",status=\"200\"} 1.0")
          .contains(
              "\ncolloquy_http_requests_total{face=\"none\",method=\"GET\",status=\"404\"} 1.0")
          .contains("\ncolloquy_http_request_duration_seconds_count{face=\"prompt\"} 1\n")
          .contains("\ncolloquy_model_calls_total{outcome=\"answered\"} 1.0\n")
          .contains("\ncolloquy_model_first_word_duration_seconds_count 1\n")
          .contains("\ncolloquy_answers_running 0.0\n")
          .containsPattern("\ncolloquy_connections_open [1-9]")
          .containsPattern("\ncolloquy_data_free_bytes [1-9]")
          .contains("\ncolloquy_build_info{version=\"" + Version.current() + "\"} 1\n")
          .contains("\njvm_memory_used_bytes{area=\"heap\"}")
          .contains("\nprocess_cpu_seconds_total ")
          .doesNotContain("ice");
    }
  }

  @Test
  void areForWhoeverRunsTheServer() {
    try (var server = TestServer.with(ScriptedChatModel.saying("x"))) {
      assertThat(server.member("kari").get("/metrics").statusCode()).isEqualTo(403);
      assertThat(server.owner().get("/metrics").statusCode()).isEqualTo(200);
    }
  }
}
