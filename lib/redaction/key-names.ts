/** Keys with a function, as `KeyboardEvent.key` names them. A page that makes up events may say anything there. */
const KEY_NAMES: ReadonlySet<string> = new Set(
  `
  Accept Add Again Alphanumeric Alt AltGraph AppSwitch ArrowDown ArrowLeft ArrowRight ArrowUp Attn AudioVolumeDown
  AudioVolumeMute AudioVolumeUp BackQuote Backspace BrightnessDown BrightnessUp BrowserBack BrowserFavorites BrowserForward
  BrowserHome BrowserRefresh BrowserSearch BrowserStop Cancel CapsLock Clear Close CodeInput Compose ContextMenu Control Convert
  Copy CrSel Cut Dead Decimal Delete Divide Eisu Eject End Enter EraseEof Escape ExSel Execute Exit F1 F2 F3 F4 F5 F6 F7 F8 F9
  F10 F11 F12 F13 F14 F15 F16 F17 F18 F19 F20 F21 F22 F23 F24 FinalMode Find Finish Fn FnLock GoBack GoHome GroupFirst GroupLast
  GroupNext GroupPrevious HangulMode HanjaMode Hankaku Help Hibernate Hiragana HiraganaKatakana Home Hyper Insert JunjaMode
  KanaMode KanjiMode Katakana LaunchApplication1 LaunchApplication2 LaunchCalculator LaunchCalendar LaunchControlPanel
  LaunchMail LaunchMediaPlayer LaunchScreenSaver MailForward MailReply MailSend MediaFastForward MediaPause MediaPlay
  MediaPlayPause MediaRecord MediaRewind MediaStop MediaTrackNext MediaTrackPrevious Meta MicrophoneToggle ModeChange Multiply
  New NextCandidate NonConvert NumLock Open Paste Pause Play Power PowerOff PageDown PageUp PreviousCandidate Print PrintScreen
  Process Props Redo Romaji Save ScrollLock Select Separator Settings Shift SingleCandidate Sleep Spacebar SpellCheck Standby
  Subtract Super Symbol SymbolLock Tab Undo Unidentified WakeUp Zenkaku ZenkakuHankaku ZoomIn ZoomOut ZoomToggle`
    .trim()
    .split(/\s+/),
);

/** True for the name of a key, and for the single character of a shortcut. */
export const isKeyName = (key: string): boolean => /^.$/u.test(key) || KEY_NAMES.has(key);
