package org.colloquy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SystemNoticeTest {
  @Test
  void handsWordsOverAsTheyAre() {
    var words = "--help \"; rm -rf ~; \"";
    assertThat(SystemNotice.command("Linux", words)).endsWith("--", "Colloquy", words);
    assertThat(SystemNotice.command("Mac OS X", words)).startsWith("osascript").endsWith(words);
  }

  @Test
  void isSilentWhereThereIsNoCommand() {
    assertThat(SystemNotice.command("Windows 11", "words")).isEmpty();
  }
}
