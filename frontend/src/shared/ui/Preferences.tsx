import { useLingui } from "@lingui/react/macro";
import { chooseLocale, LOCALES, type Locale } from "#/shared/i18n/i18n";
import { chooseTheme, useThemeChoice } from "#/shared/lib/theme";
import { Segmented } from "./Segmented";

const NAMES: Record<Locale, string> = { en: "English", de: "Deutsch", pseudo: "Pseudo" };

/** Language and theme of this browser. */
export function Preferences({ compact = false }: { compact?: boolean }) {
  const { t, i18n } = useLingui();
  const theme = useThemeChoice();
  const locale = LOCALES.find((one) => one === i18n.locale) ?? "en";
  const label = compact ? "sr-only" : "text-sm font-medium";
  return (
    <div className="grid gap-3">
      <div className="grid gap-1.5">
        <span aria-hidden className={label}>{t`Language`}</span>
        <Segmented
          label={t`Language`}
          value={locale}
          options={LOCALES.map((value) => ({ value, label: NAMES[value] }))}
          onChange={(value) => void chooseLocale(value)}
        />
      </div>
      <div className="grid gap-1.5">
        <span aria-hidden className={label}>{t`Theme`}</span>
        <Segmented
          label={t`Theme`}
          value={theme}
          options={[
            { value: "system", label: t`System` },
            { value: "light", label: t`Light` },
            { value: "dark", label: t`Dark` },
          ]}
          onChange={chooseTheme}
        />
      </div>
    </div>
  );
}
