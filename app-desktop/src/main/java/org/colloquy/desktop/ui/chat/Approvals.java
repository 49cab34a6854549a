package org.colloquy.desktop.ui.chat;

import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.Word;

/// Brings a person's word about a waiting tool to the server. What came of it is told by the turn.
public final class Approvals {
  private final ApiClient api;
  private final Background background;

  public Approvals(ApiClient api, Background background) {
    this.api = api;
    this.background = background;
  }

  /// Lets the tool run, or not, this time or always.
  ///
  /// @param unheard what happens when the server did not hear it
  void answer(WantedApproval wanted, Word word, Runnable unheard) {
    background.run(
        () -> {
          api.approve(wanted.turn(), wanted.call(), word);
          return wanted;
        },
        _ -> {},
        _ -> unheard.run());
  }
}
