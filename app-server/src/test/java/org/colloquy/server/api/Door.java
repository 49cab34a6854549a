package org.colloquy.server.api;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.colloquy.server.TestServer;
import org.colloquy.server.http.Endpoint;
import org.colloquy.server.http.Face;

/// One endpoint of one face, as somebody stands before it.
record Door(Face face, Endpoint endpoint) {
  /// Faces where the local owner needs no token on this machine.
  private static final List<String> WITHOUT_LOGIN = List.of("chats", "prompt", "metrics");

  /// All there are.
  static Stream<Door> of(TestServer server) {
    return server.faces().stream()
        .flatMap(face -> face.paths().endpoints().stream().map(end -> new Door(face, end)));
  }

  /// The one that a request to this one's path is meant for: two faces may share it.
  Door meant(TestServer server, boolean agents) {
    var same = of(server).filter(other -> other.place().equals(place())).toList();
    return same.stream()
        .filter(door -> agents && door.face().name().equals("agents"))
        .findFirst()
        .orElse(same.getLast());
  }

  boolean withoutLogin() {
    return WITHOUT_LOGIN.contains(face.name());
  }

  /// Its path, with this in place of every variable.
  String path(String id) {
    return endpoint.path().replaceAll("\\{[a-z]+}", id);
  }

  boolean hasVariable() {
    return endpoint.path().contains("{");
  }

  /// Whether it is among these, such as `GET /chats/{id}`.
  boolean isOneOf(Set<String> doors) {
    return doors.contains(name());
  }

  /// Its method and its path, such as `GET /chats/{id}`.
  String name() {
    return endpoint.method() + " " + endpoint.path();
  }

  /// As it stands in the written list, without why it is open.
  String line() {
    var needs =
        switch (endpoint) {
          case Endpoint.Open _ -> "open";
          case Endpoint.SignedIn signedIn -> signedIn.needs().word();
          case Endpoint.Socket _ -> "socket";
        };
    return String.format(
        Locale.ROOT, "%-6s %s %s %s", endpoint.method(), endpoint.path(), face.name(), needs);
  }

  @Override
  public String toString() {
    return name() + " of " + face.name();
  }

  private String place() {
    return endpoint.method() + endpoint.path().replaceAll("\\{[a-z]+}", "{}");
  }
}
