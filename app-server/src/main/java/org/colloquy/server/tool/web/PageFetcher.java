package org.colloquy.server.tool.web;

import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.HttpHeaders;

/// Fetches pages of the web. Redirects are followed one at a time, so that each of them is looked
/// at as the first address was.
final class PageFetcher {
  private static final int MOST_REDIRECTS = 5;
  private static final int MOST_BYTES = 1024 * 1024;

  /// How many pages are held at the same time, whoever wants them.
  private static final int MOST_AT_ONCE = 32;

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<String> TYPES =
      Set.of("text/html", "application/xhtml+xml", "text/plain");

  private final WebClient client;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private final ReentrantLock parsing = new ReentrantLock();

  PageFetcher(WebClient client) {
    this.client = client;
  }

  /// The page at this address.
  ///
  /// @throws IOException when there is none, or none that people read
  Page fetch(URI address) throws IOException {
    try {
      places.acquire();
      try {
        return follow(address);
      } finally {
        places.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private Page follow(URI address) throws IOException, InterruptedException {
    var here = address;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      var answer = get(here);
      if (!REDIRECTS.contains(answer.status())) {
        return page(here, answer);
      }
      here =
          WebAddress.of(answer.location(), here)
              .orElseThrow(() -> new IOException("it sends us nowhere"));
    }
    throw new IOException("it sends us from place to place");
  }

  private WebAnswer get(URI address) throws IOException {
    var request = new HttpGet(address);
    request.setHeader(HttpHeaders.ACCEPT, "text/html, application/xhtml+xml, text/plain;q=0.8");
    return client.send(request, MOST_BYTES);
  }

  private Page page(URI address, WebAnswer answer) throws IOException, InterruptedException {
    if (!answer.ok()) {
      throw new IOException("status " + answer.status());
    }
    if (!TYPES.contains(answer.mediaType())) {
      throw new IOException("of type " + answer.mediaType());
    }
    if (answer.mediaType().equals("text/plain")) {
      return Page.plain(address, answer.text());
    }
    // One at a time: taken apart, some pages need forty times their length.
    parsing.lockInterruptibly();
    try {
      return Page.html(address, answer);
    } finally {
      parsing.unlock();
    }
  }
}
