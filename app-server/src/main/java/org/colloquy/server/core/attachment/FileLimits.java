package org.colloquy.server.core.attachment;

/// How much may be uploaded.
///
/// @param largestFile in bytes
/// @param inConversation how many files one conversation may have
/// @param ofAccount what all files of one account may have together, in bytes; those in the trash
///   count, and so does each of several that are the same
public record FileLimits(long largestFile, int inConversation, long ofAccount) {
  private static final long MEBIBYTE = 1024L * 1024;
  private static final int FILES = 1_000;

  /// Without any setup.
  public static final FileLimits USUAL = ofMebibytes(256, 20 * 1024);

  /// Limits in units of 1024 * 1024 bytes.
  public static FileLimits ofMebibytes(long largestFile, long ofAccount) {
    return new FileLimits(largestFile * MEBIBYTE, FILES, ofAccount * MEBIBYTE);
  }
}
