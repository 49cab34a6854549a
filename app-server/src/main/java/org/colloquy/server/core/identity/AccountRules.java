package org.colloquy.server.core.identity;

import java.util.Locale;
import java.util.regex.Pattern;
import org.colloquy.model.Profile;
import org.colloquy.server.core.Rules;

/// What names, addresses and profiles may be.
final class AccountRules {
  private static final int LONGEST = Accounts.LONGEST_FIELD;
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@\\x00-\\x20]+@[^\\s@.]+(\\.[^\\s@.]+)+");

  private AccountRules() {}

  /// @param email may be empty
  static void names(String username, String email, Rules rules) {
    rules.filled(username, "username", LONGEST);
    rules.atMost(email, "email", LONGEST);
    rules.expect(
        email.isBlank() || EMAIL.matcher(email).matches(), "email", "Enter a valid email address.");
  }

  /// First and last name may not become empty.
  static void change(ProfileChange change, Rules rules) {
    if (change.firstName() != null) {
      rules.filled(change.firstName(), "firstName", LONGEST);
    }
    if (change.lastName() != null) {
      rules.filled(change.lastName(), "lastName", LONGEST);
    }
  }

  static void profile(Profile profile, Rules rules) {
    rules.atMost(profile.firstName(), "firstName", LONGEST);
    rules.atMost(profile.lastName(), "lastName", LONGEST);
    rules.atMost(profile.country(), "country", LONGEST);
    rules.atMost(profile.affiliation(), "affiliation", LONGEST);
    rules.atMost(profile.position(), "position", LONGEST);
    rules.atMost(profile.fieldOfStudy(), "fieldOfStudy", LONGEST);
  }

  /// Host names have no case; what stands before the `@` may have one.
  static String normalized(String email) {
    var text = email.strip();
    int at = text.lastIndexOf('@');
    return at < 0
        ? text
        : text.substring(0, at + 1) + text.substring(at + 1).toLowerCase(Locale.ROOT);
  }
}
