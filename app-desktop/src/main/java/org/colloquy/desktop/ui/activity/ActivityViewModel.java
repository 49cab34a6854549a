package org.colloquy.desktop.ui.activity;

import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.ActivityEntry;
import org.colloquy.desktop.client.FileClient;
import org.colloquy.desktop.ui.parts.Shown;

/// The running table of the open conversation.
public final class ActivityViewModel {
  private final Shown<ActivityEntry> lines;

  public ActivityViewModel(FileClient client, Background background) {
    this.lines = new Shown<>(background, client::activity);
  }

  public Shown<ActivityEntry> lines() {
    return lines;
  }
}
