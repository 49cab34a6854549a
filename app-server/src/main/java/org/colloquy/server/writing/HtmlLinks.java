package org.colloquy.server.writing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/// Links lead to the web and to letters, and nowhere else. Pictures are not loaded: they are links.
final class HtmlLinks implements NodeRenderer {
  private final HtmlNodeRendererContext context;

  HtmlLinks(HtmlNodeRendererContext context) {
    this.context = context;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(Link.class, Image.class);
  }

  @Override
  public void render(Node node) {
    switch (node) {
      case Link link -> link(link, link.getDestination(), "");
      case Image image -> link(image, image.getDestination(), "Picture: ");
      default -> throw new IllegalArgumentException(node.getClass().getName());
    }
  }

  private void link(Node node, String destination, String before) {
    var html = context.getWriter();
    boolean leads = leads(destination);
    if (leads) {
      html.tag("a", attributes(destination));
    }
    html.text(before);
    for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
      context.render(child);
    }
    if (leads) {
      html.tag("/a");
    }
  }

  private static Map<String, String> attributes(String destination) {
    var attributes = new LinkedHashMap<String, String>();
    attributes.put("href", destination);
    attributes.put("rel", "noopener noreferrer nofollow");
    return attributes;
  }

  private static boolean leads(String destination) {
    var address = destination.toLowerCase(Locale.ROOT);
    return address.startsWith("https://")
        || address.startsWith("http://")
        || address.startsWith("mailto:");
  }
}
