package org.colloquy.desktop.ui.parts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.colloquy.desktop.text.Text;
import org.colloquy.model.AccountRole;

/// What accounts and invitations to them say of themselves.
public final class AccountWords {
  private AccountWords() {}

  /// The role in the person's language.
  public static String role(AccountRole role) {
    return switch (role) {
      case OWNER -> Text.of("sharing.role.owner");
      case MEMBER -> Text.of("sharing.role.member");
      case GUEST -> Text.of("sharing.role.guest");
    };
  }

  /// The day of this moment where the person is.
  public static String date(Instant time) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withZone(ZoneId.systemDefault())
        .format(time);
  }
}
