package org.colloquy.server.http;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.http.Endpoint.OpenHandler;
import org.colloquy.server.http.Endpoint.SignedInHandler;
import org.colloquy.server.http.Endpoint.SocketHandler;

/// All paths of one face, to be read from top to bottom.
///
/// A path is written without a slash at its end; with one, or with doubled slashes, it is the same
/// path. What stands in braces matches one segment.
public final class PathTable {
  private final List<Endpoint> endpoints = new ArrayList<>();

  /// A path for everybody.
  public PathTable open(String method, String path, OpenHandler handler) {
    endpoints.add(new Endpoint.Open(method, path, handler));
    return this;
  }

  /// A path for those who can prove who they are and may do what it does.
  public PathTable signedIn(String method, String path, Scope needs, SignedInHandler handler) {
    endpoints.add(new Endpoint.SignedIn(method, path, needs, handler));
    return this;
  }

  /// A path for WebSockets.
  public PathTable socket(String path, SocketHandler handler) {
    endpoints.add(new Endpoint.Socket(path, handler));
    return this;
  }

  /// All of them, in the order they were added.
  public List<Endpoint> endpoints() {
    return List.copyOf(endpoints);
  }
}
