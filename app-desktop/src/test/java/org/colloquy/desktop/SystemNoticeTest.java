package org.colloquy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SystemNoticeTest {
  private static final String HOSTILE =
      "--help \"; rm -rf ~; '); Remove-Item C:\\ -Recurse; $(calc) `n </text><audio/>";

  @Test
  void handsWordsOverAsTheyAre() {
    assertThat(SystemNotice.command("Linux", HOSTILE).words()).endsWith("--", "Colloquy", HOSTILE);
    assertThat(SystemNotice.command("Mac OS X", HOSTILE).words())
        .startsWith("osascript")
        .endsWith(HOSTILE);
  }

  @Test
  void givesWindowsTheWordsAsAVariableAndNeverInTheCommand() {
    var hostile = SystemNotice.command("Windows 11", HOSTILE);
    var harmless = SystemNotice.command("Windows 11", "The answer is there.");
    assertThat(hostile.words()).isEqualTo(harmless.words()).startsWith("powershell.exe");
    assertThat(hostile.variables()).containsExactlyEntriesOf(Map.of("COLLOQUY_NOTICE", HOSTILE));
    assertThat(hostile.words().getLast())
        .contains("CreateTextNode($env:COLLOQUY_NOTICE)")
        .doesNotContain("\"");
  }

  @Test
  void isSilentWhereThereIsNoCommand() {
    assertThat(SystemNotice.command("FreeBSD", "words").words()).isEmpty();
  }
}
