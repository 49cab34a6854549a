package org.colloquy.desktop.ui;

import org.junit.jupiter.api.Test;

class UsageWindowTest extends WindowTest {
  @Test
  void showsWhatAskingModelsTookAndCost() {
    clickOn("#keysButton");
    clickOn("#back");
    clickOn("#openUsage");
    untilSays("gpt-4o (OpenAI)");
    untilSays("$0.0038");
    untilSays("price unknown");
    untilSays("about 10 tokens in");
    untilSays("4 calls · about 1,210 tokens in · 85 out · $0.0038, and 1 call of unknown price");
    interact(() -> Pictures.save(scene(), "usage"));
    clickOn("By key");
    until(() -> server.requests().stream().anyMatch(request -> request.contains("by=key")));
  }
}
