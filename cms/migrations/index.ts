import * as migration_20261123_044902_initial from './20261123_044902_initial.ts';
import * as migration_20261123_134015_newsletter_settings from './20261123_134015_newsletter_settings.ts';
import * as migration_20261123_205521_asked_and_alive from './20261123_205521_asked_and_alive.ts';
import * as migration_20261124_014735_placeholder from './20261124_014735_placeholder.ts';
import * as migration_20261124_022409_desk from './20261124_022409_desk.ts';
import * as migration_20261124_023415_starter from './20261124_023415_starter.ts';
import * as migration_20261128_164601_saved_from from './20261128_164601_saved_from.ts';
import * as migration_20261128_234859_former_slugs from './20261128_234859_former_slugs.ts';
import * as migration_20261128_235508_alert_choice from './20261128_235508_alert_choice.ts';
import * as migration_20261129_002821_compound_indexes from './20261129_002821_compound_indexes.ts';
import * as migration_20261129_052856_accounts from './20261129_052856_accounts.ts';
import * as migration_20261129_085332_confirmation_limits from './20261129_085332_confirmation_limits.ts';
import * as migration_20261129_115134_body_uses from './20261129_115134_body_uses.ts';
import * as migration_20261129_162057_no_article_locks from './20261129_162057_no_article_locks.ts';
import * as migration_20261129_171137_picture_rights from './20261129_171137_picture_rights.ts';
import * as migration_20261129_194015_quote_checks from './20261129_194015_quote_checks.ts';
import * as migration_20261129_200058_picture_rights_end from './20261129_200058_picture_rights_end.ts';
import * as migration_20261129_201646_related_and_budget from './20261129_201646_related_and_budget.ts';
import * as migration_20261130_021707_picture_sizes from './20261130_021707_picture_sizes.ts';
import * as migration_20261130_030700_interviewee_portrait from './20261130_030700_interviewee_portrait.ts';
import * as migration_20261130_075148_arrivals from './20261130_075148_arrivals.ts';
import * as migration_20261130_080100_picture_day_and_place from './20261130_080100_picture_day_and_place.ts';
import * as migration_20261130_113924_redirects_gone from './20261130_113924_redirects_gone.ts';
import * as migration_20261130_115505_files from './20261130_115505_files.ts';

export const migrations = [
  {
    up: migration_20261123_044902_initial.up,
    down: migration_20261123_044902_initial.down,
    name: '20261123_044902_initial',
  },
  {
    up: migration_20261123_134015_newsletter_settings.up,
    down: migration_20261123_134015_newsletter_settings.down,
    name: '20261123_134015_newsletter_settings',
  },
  {
    up: migration_20261123_205521_asked_and_alive.up,
    down: migration_20261123_205521_asked_and_alive.down,
    name: '20261123_205521_asked_and_alive',
  },
  {
    up: migration_20261124_014735_placeholder.up,
    down: migration_20261124_014735_placeholder.down,
    name: '20261124_014735_placeholder',
  },
  {
    up: migration_20261124_022409_desk.up,
    down: migration_20261124_022409_desk.down,
    name: '20261124_022409_desk',
  },
  {
    up: migration_20261124_023415_starter.up,
    down: migration_20261124_023415_starter.down,
    name: '20261124_023415_starter',
  },
  {
    up: migration_20261128_164601_saved_from.up,
    down: migration_20261128_164601_saved_from.down,
    name: '20261128_164601_saved_from',
  },
  {
    up: migration_20261128_234859_former_slugs.up,
    down: migration_20261128_234859_former_slugs.down,
    name: '20261128_234859_former_slugs',
  },
  {
    up: migration_20261128_235508_alert_choice.up,
    down: migration_20261128_235508_alert_choice.down,
    name: '20261128_235508_alert_choice',
  },
  {
    up: migration_20261129_002821_compound_indexes.up,
    down: migration_20261129_002821_compound_indexes.down,
    name: '20261129_002821_compound_indexes',
  },
  {
    up: migration_20261129_052856_accounts.up,
    down: migration_20261129_052856_accounts.down,
    name: '20261129_052856_accounts',
  },
  {
    up: migration_20261129_085332_confirmation_limits.up,
    down: migration_20261129_085332_confirmation_limits.down,
    name: '20261129_085332_confirmation_limits',
  },
  {
    up: migration_20261129_115134_body_uses.up,
    down: migration_20261129_115134_body_uses.down,
    name: '20261129_115134_body_uses',
  },
  {
    up: migration_20261129_162057_no_article_locks.up,
    down: migration_20261129_162057_no_article_locks.down,
    name: '20261129_162057_no_article_locks',
  },
  {
    up: migration_20261129_171137_picture_rights.up,
    down: migration_20261129_171137_picture_rights.down,
    name: '20261129_171137_picture_rights',
  },
  {
    up: migration_20261129_194015_quote_checks.up,
    down: migration_20261129_194015_quote_checks.down,
    name: '20261129_194015_quote_checks',
  },
  {
    up: migration_20261129_200058_picture_rights_end.up,
    down: migration_20261129_200058_picture_rights_end.down,
    name: '20261129_200058_picture_rights_end',
  },
  {
    up: migration_20261129_201646_related_and_budget.up,
    down: migration_20261129_201646_related_and_budget.down,
    name: '20261129_201646_related_and_budget',
  },
  {
    up: migration_20261130_021707_picture_sizes.up,
    down: migration_20261130_021707_picture_sizes.down,
    name: '20261130_021707_picture_sizes',
  },
  {
    up: migration_20261130_030700_interviewee_portrait.up,
    down: migration_20261130_030700_interviewee_portrait.down,
    name: '20261130_030700_interviewee_portrait',
  },
  {
    up: migration_20261130_075148_arrivals.up,
    down: migration_20261130_075148_arrivals.down,
    name: '20261130_075148_arrivals',
  },
  {
    up: migration_20261130_080100_picture_day_and_place.up,
    down: migration_20261130_080100_picture_day_and_place.down,
    name: '20261130_080100_picture_day_and_place',
  },
  {
    up: migration_20261130_113924_redirects_gone.up,
    down: migration_20261130_113924_redirects_gone.down,
    name: '20261130_113924_redirects_gone',
  },
  {
    up: migration_20261130_115505_files.up,
    down: migration_20261130_115505_files.down,
    name: '20261130_115505_files'
  },
];
