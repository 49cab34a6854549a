package org.colloquy.server.api;

import java.util.ArrayList;
import java.util.List;

/// One request and the answer it must get, from a `.http` file:
///
///     ### title
///     > POST /path
///     > Header: value
///     >
///     > body
///     < 200
///     < Header: value
///     <
///     < body
///
/// `{{name}}` in a request is what an earlier answer had there; in an answer it is remembered the
/// first time and must be the same later; `{{*}}` is anything. Of the answer's headers only those that are written down are compared.
public record GoldenExchange(String title, List<String> request, List<String> answer) {

  /// All exchanges of a file, in order.
  public static List<GoldenExchange> read(List<String> lines) {
    var exchanges = new ArrayList<GoldenExchange>();
    for (String line : lines) {
      if (line.startsWith("### ")) {
        exchanges.add(new GoldenExchange(line.substring(4), new ArrayList<>(), new ArrayList<>()));
      } else if (line.startsWith(">")) {
        exchanges.getLast().request().add(unquoted(line));
      } else if (line.startsWith("<")) {
        exchanges.getLast().answer().add(unquoted(line));
      }
    }
    return exchanges;
  }

  String method() {
    return request.getFirst().split(" ", 2)[0];
  }

  String path() {
    return request.getFirst().split(" ", 2)[1];
  }

  int status() {
    return Integer.parseInt(answer.getFirst());
  }

  static List<String> headers(List<String> lines) {
    int blank = lines.indexOf("");
    return lines.subList(1, blank < 0 ? lines.size() : blank);
  }

  static String body(List<String> lines) {
    int blank = lines.indexOf("");
    return blank < 0 ? "" : String.join("\n", lines.subList(blank + 1, lines.size()));
  }

  private static String unquoted(String line) {
    return line.length() < 2 ? "" : line.substring(2);
  }
}
