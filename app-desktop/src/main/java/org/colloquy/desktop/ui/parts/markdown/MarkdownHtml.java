package org.colloquy.desktop.ui.parts.markdown;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/// Markdown as HTML, for programs that take formatted text from the clipboard. It loads and runs
/// nothing: pictures are links, and HTML in the text is words. Formulas stand as they were written.
public final class MarkdownHtml {
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .extensions(MarkdownReader.EXTENSIONS)
          .nodeRendererFactory(Own::new)
          .build();

  private MarkdownHtml() {}

  public static String of(String markdown) {
    return RENDERER.render(MarkdownReader.PARSER.parse(markdown));
  }

  /// What commonmark does not know, or shows in another way.
  private static final class Own implements NodeRenderer {
    private final HtmlNodeRendererContext context;

    private Own(HtmlNodeRendererContext context) {
      this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Image.class, MathInline.class, MathBlock.class, NoteBlock.class);
    }

    @Override
    public void render(Node node) {
      var html = context.getWriter();
      switch (node) {
        case Image image -> {
          var address = context.urlSanitizer().sanitizeImageUrl(image.getDestination());
          html.tag("a", Map.of("href", context.encodeUrl(address)));
          inside(image);
          html.tag("/a");
        }
        case MathInline math -> html.text(math.text());
        case MathBlock math -> paragraph(math);
        case NoteBlock note -> {
          html.line();
          html.text("[" + note.label() + "] ");
          inside(note);
        }
        default -> throw new IllegalArgumentException(node.toString());
      }
    }

    private void paragraph(MathBlock math) {
      var html = context.getWriter();
      html.line();
      html.tag("p");
      if (math.ending() == MathBlock.Ending.NONE) {
        inside(math);
      } else {
        html.text(math.text());
      }
      html.tag("/p");
      html.line();
    }

    private void inside(Node node) {
      MarkdownReader.children(node).forEach(context::render);
    }
  }
}
