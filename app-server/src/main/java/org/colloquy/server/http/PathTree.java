package org.colloquy.server.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds the endpoint of a path. Empty segments do not count, so that a slash at the end and
/// doubled slashes change nothing.
final class PathTree {
  private final Node root = new Node();
  private final Map<String, List<Mounted>> byFirstSegment = new HashMap<>();

  /// All paths of these faces.
  static PathTree of(List<Face> faces) {
    var tree = new PathTree();
    for (var face : faces) {
      face.paths().endpoints().forEach(endpoint -> tree.add(face, endpoint));
    }
    return tree;
  }

  /// Faces that share a path and a method are asked in the order they were added which of them a
  /// request is meant for.
  ///
  /// @throws IllegalStateException when the face itself has the path already
  void add(Face face, Endpoint endpoint) {
    var names = new ArrayList<String>();
    var node = root;
    for (String segment : endpoint.path().split("/", -1)) {
      if (segment.startsWith("{")) {
        names.add(segment.substring(1, segment.length() - 1));
        node = node.variable();
      } else if (!segment.isEmpty()) {
        node = node.literals.computeIfAbsent(segment, _ -> new Node());
      }
    }
    var mounted = new Mounted(face, endpoint, names);
    byFirstSegment
        .computeIfAbsent(firstSegment(endpoint.path()), _ -> new ArrayList<>())
        .add(mounted);
    var there = node.methods.computeIfAbsent(endpoint.method(), _ -> new ArrayList<>(1));
    if (there.stream().anyMatch(other -> other.face().name().equals(face.name()))) {
      throw new IllegalStateException(endpoint.method() + " " + endpoint.path() + " is taken");
    }
    there.add(mounted);
  }

  /// What is at this path; null when nothing is.
  ///
  /// @param path as it came, with percent signs
  @Nullable Found find(String path) {
    var values = new ArrayList<String>(2);
    var node = root;
    int start = 0;
    while (start < path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      if (end > start) {
        node = node.child(path.substring(start, end), values);
        if (node == null) {
          return null;
        }
      }
      start = end + 1;
    }
    return node.methods.isEmpty() ? null : new Found(node.methods, values);
  }

  /// What is at paths with the same first segment.
  List<Mounted> beginningLike(String path) {
    return byFirstSegment.getOrDefault(firstSegment(path), List.of());
  }

  private static String firstSegment(String path) {
    for (String segment : path.split("/", -1)) {
      if (!segment.isEmpty()) {
        return segment;
      }
    }
    return "";
  }

  /// An endpoint in its place.
  ///
  /// @param names of the segments in braces, in order
  record Mounted(Face face, Endpoint endpoint, List<String> names) {}

  /// What is at one path.
  ///
  /// @param values of the segments in braces, in order
  record Found(Map<String, List<Mounted>> methods, List<String> values) {}

  private static final class Node {
    private final Map<String, Node> literals = new HashMap<>();
    private final Map<String, List<Mounted>> methods = new TreeMap<>();
    private @Nullable Node variable;

    private Node variable() {
      var there = variable;
      if (there == null) {
        there = new Node();
        variable = there;
      }
      return there;
    }

    private @Nullable Node child(String segment, List<String> values) {
      var decoded = decode(segment);
      if (decoded == null) {
        return null;
      }
      var literal = literals.get(decoded);
      if (literal != null) {
        return literal;
      }
      values.add(decoded);
      return variable;
    }

    private static @Nullable String decode(String segment) {
      if (segment.indexOf('%') < 0) {
        return segment;
      }
      try {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException _) {
        return null;
      }
    }
  }
}
