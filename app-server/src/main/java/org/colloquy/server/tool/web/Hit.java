package org.colloquy.server.tool.web;

import java.net.URI;

/// A page that a search engine names.
///
/// @param snippet what the engine quotes of it
record Hit(URI address, String title, String snippet) {
  /// What is known of the page when it cannot be fetched.
  Page unread() {
    return new Page(address, title, PlainText.paragraphs(snippet));
  }
}
