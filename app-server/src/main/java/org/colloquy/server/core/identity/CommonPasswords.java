package org.colloquy.server.core.identity;

import java.util.Locale;
import java.util.Set;

/// The passwords that are tried first by everybody who guesses, as far as they are long enough.
final class CommonPasswords {
  private static final Set<String> ALL =
      Set.of(
          """
          00000000 01234567 0123456789 11111111 1111111111 111222333 11223344 12121212 123123123
          12341234 12344321 1234567890 123456789 12345678 123456abc 1234qwer 123qweasd 147258369
          1q2w3e4r 1q2w3e4r5t 1qaz2wsx 22222222 31415926 33333333 44444444 55555555 66666666
          66668888 77777777 87654321 88888888 987654321 9876543210 99999999 a1234567 a12345678
          a123456789 aa123456 aaaaaaaa abc12345 abc123456 abcd1234 abcdefgh abcdefghi admin123
          admin1234 administrator alexander asdfasdf asdfghjk asdfghjkl asdf1234 babygirl
          baseball basketball blink182 butterfly changeme changeit charlie1 chocolate christian
          computer cocacola danielle december default1 diamonds dragon123 einstein elephant
          elizabeth facebook football football1 ferrari1 ginger12 goodluck guest123 hello123
          hello1234 hellohello iloveyou iloveyou1 iloveyou2 internet jennifer jonathan justin12
          letmein1 letmein123 lovelove liverpool lkjhgfdsa london12 master123 mercedes michelle
          midnight monkey12 monkey123 motorola mustang1 nicholas november p@ssw0rd p@ssword
          pa$$word passw0rd passwd123 password password! password0 password1 password12
          password123 password1234 password2 passwort passwort1 pokemon1 princess princess1
          q1w2e3r4 q1w2e3r4t5 qazwsxedc qqqqqqqq qwer1234 qwerasdf qwert123 qwerty12 qwerty123
          qwerty1234 qwertyui qwertyuiop qwertz123 qwertzuiop rainbow1 samantha samsung1
          scotland september shadow12 snowball soccer12 spiderman starwars startrek summer12
          sunshine sunshine1 superman superman1 superstar swordfish testtest tinkerbell
          trustno1 university victoria volleyball welcome1 welcome12 welcome123 whatever
          william1 wordpass xxxxxxxx zaq12wsx zaq1zaq1 zxcvbnm1 zxcvbnm123 zxcvbnmm
          """
              .strip()
              .split("\\s+"));

  private CommonPasswords() {}

  /// Whether it is one of them, whatever its case.
  static boolean has(String password) {
    return ALL.contains(password.toLowerCase(Locale.ROOT));
  }
}
